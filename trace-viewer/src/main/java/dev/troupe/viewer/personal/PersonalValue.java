package dev.troupe.viewer.personal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A personal value in a flow.
 *
 * @param subject whose it is, such as a customer's id
 * @param field the field of the fact that holds it
 * @param position where that fact stands in the log
 * @param value absent if the subject's key was shredded, so that nobody can read it any more
 */
public record PersonalValue(
        String subject,
        String field,
        long position,
        @Nullable Map<String, Object> value) {}
