package dev.troupe.viewer.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of facts that happened together in orders, how often that was, and how long it took.
 *
 * @param path names the set
 * @param facts the set, mails apart, in the order in which the newest such order saw them
 * @param status how such orders ended: COMPLETED, why they were cancelled, or OPEN
 * @param p50 the median of milliseconds from the first event until the outcome was final; absent while it is not
 * @param example the newest such order
 */
public record PathVariant(
        String path,
        List<String> facts,
        String status,
        long flows,
        @Nullable Long p50,
        @Nullable Long p95,
        @Nullable Long longest,
        String example) {}
