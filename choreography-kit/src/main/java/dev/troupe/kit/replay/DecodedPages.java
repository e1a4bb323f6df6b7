package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.ReadAhead;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and decodes what a rebuild folds, if wanted a page ahead: the next one while the one before is folded. Used by one thread. */
final class DecodedPages {

    private final FoldedEvents events;
    private final RecordedFacts facts;
    private @Nullable Ahead ahead;

    DecodedPages(FoldedEvents events, RecordedFacts facts) {
        this.events = events;
        this.facts = facts;
    }

    /**
     * The next events after a position, up to another, at most so many.
     *
     * @param goingOn whether the next page will be asked for at once, and is to be read meanwhile; that keeps two cores busy
     */
    Decoded next(long after, long upTo, int limit, boolean goingOn) {
        Ahead begun = ahead;
        ahead = null;
        Decoded next = begun == null ? null : begun.answer(after, upTo, limit);
        if (next == null) {
            next = read(after, upTo, limit);
        }
        if (goingOn && !next.atEnd && next.last != null) {
            ahead = new Ahead(next.last.position(), upTo, limit);
        }
        return next;
    }

    private Decoded read(long after, long upTo, int limit) {
        FoldedEvents.Page page = events.read(after, upTo, limit);
        return new Decoded(page.events().stream().map(facts::of).toList(), page.lookedAt(), page.last(), page.atEnd());
    }

    /**
     * The facts of a page; the events they were read from need not be kept.
     *
     * @param lookedAt how many events were read to find them
     * @param last the last event looked at, whether it is folded or not; absent if there is none
     * @param atEnd whether there are no more up to where was asked
     */
    record Decoded(
            List<RecordedFact> facts,
            int lookedAt,
            @Nullable StoredEvent last,
            boolean atEnd) {}

    /** A page that is being read before it is asked for. */
    private final class Ahead {

        private final long after;
        private final long upTo;
        private final int limit;
        private final ReadAhead<Decoded> page;

        Ahead(long after, long upTo, int limit) {
            this.after = after;
            this.upTo = upTo;
            this.limit = limit;
            this.page = ReadAhead.begin("replay page after " + after, () -> read(after, upTo, limit));
        }

        /** The page, if it is the one that is asked for. One that ended where there is more by now is not. */
        @Nullable
        Decoded answer(long askedAfter, long askedUpTo, int askedLimit) {
            if (after != askedAfter || limit != askedLimit || upTo > askedUpTo) {
                return null;
            }
            Decoded read = page.await();
            return read.atEnd && upTo != askedUpTo ? null : read;
        }
    }
}
