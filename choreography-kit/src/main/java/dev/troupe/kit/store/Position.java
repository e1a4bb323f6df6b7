package dev.troupe.kit.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to where events have been handled.
 *
 * @param value the position of the last handled event; -1 if none was
 * @param eventId that event's id, by which a restored or foreign store is recognised; absent where the store has no use for it
 */
public record Position(long value, @Nullable UUID eventId) {

    /** Before the first event. */
    public static final Position START = new Position(-1, null);
}
