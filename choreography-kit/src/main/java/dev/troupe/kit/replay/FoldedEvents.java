package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that a rebuild folds, in their order. */
interface FoldedEvents {

    /**
     * The next of them after a position, up to another, at most so many.
     *
     * @param upTo a settled position, such as that of a live projection; {@link Long#MAX_VALUE} for all that is settled
     */
    Page read(long after, long upTo, int limit);

    /**
     * Events to fold.
     *
     * @param lookedAt how many were read to find them
     * @param last the last event looked at, whether it is folded or not; absent if there is none
     * @param atEnd whether there are no more up to where was asked
     */
    record Page(
            List<StoredEvent> events,
            int lookedAt,
            @Nullable StoredEvent last,
            boolean atEnd) {}
}
