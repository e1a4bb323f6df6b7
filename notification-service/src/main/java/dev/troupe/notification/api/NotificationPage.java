package dev.troupe.notification.api;

import dev.troupe.notification.view.NotificationSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of notifications, in the order of their ids.
 *
 * @param items what is on it
 * @param next give this as {@code after} to get the page after this one; absent on the last page
 */
record NotificationPage(
        List<NotificationSummary> items, @Nullable String next) {}
