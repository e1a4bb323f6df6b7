package dev.troupe.kit.flow;

import java.time.Instant;
import java.util.List;

/**
 * Something that must still happen in a flow.
 *
 * @param service the service that owes it
 * @param reaction the reaction that declared it
 * @param fact the fact that it reacts to
 * @param position that fact's position
 * @param anyOf the facts any of which would settle it
 * @param due when it should have happened
 */
public record Owed(String service, String reaction, String fact, long position, List<String> anyOf, Instant due) {

    /** Whether it should have happened by now. */
    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }
}
