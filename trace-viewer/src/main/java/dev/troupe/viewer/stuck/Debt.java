package dev.troupe.viewer.stuck;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is owed, and why it has not come.
 *
 * @param service who owes it, by the name of its process
 * @param reaction the reaction that declared that something must follow
 * @param fact what it reacts to
 * @param position where that fact stands in the log
 * @param anyOf the facts any of which would settle it
 * @param due when one of them should have come
 * @param overdue whether that is past
 * @param reason why it has not come
 * @param why the same for a person, as a sentence
 * @param nextTryAt when the service tries again by itself, if it is known
 * @param deadLetter the number of the dead letter, if there is one
 */
public record Debt(
        String service,
        String reaction,
        String fact,
        long position,
        List<String> anyOf,
        Instant due,
        boolean overdue,
        Reason reason,
        String why,
        @Nullable Instant nextTryAt,
        @Nullable Long deadLetter) {}
