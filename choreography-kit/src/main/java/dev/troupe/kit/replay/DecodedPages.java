package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.ReadAhead;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import dev.troupe.kit.replay.FoldedEvents.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes what a rebuild folds, and that ahead: while one page is folded the next is decoded and the one after that is read, so that
 * whichever takes longest, the others keep the second core busy. Used by one thread.
 */
final class DecodedPages {

    private final FoldedEvents events;
    private final RecordedFacts facts;
    private @Nullable Decoding ahead;

    DecodedPages(FoldedEvents events, RecordedFacts facts) {
        this.events = events;
        this.facts = facts;
    }

    /** The next events after a position, up to another, at most so many. */
    Decoded next(long after, long upTo, int limit) {
        Decoding begun = ahead;
        ahead = null;
        Ahead next = begun == null ? null : begun.answer(after, upTo, limit);
        if (next == null) {
            next = new Ahead(decoded(events.read(after, upTo, limit)), null);
        }
        Reading following =
                next.following == null ? behind(next.page.last(), next.page.atEnd(), upTo, limit) : next.following;
        ahead = following == null ? null : new Decoding(following);
        return next.page;
    }

    private Decoded decoded(Page page) {
        return new Decoded(page.events().stream().map(facts::of).toList(), page.lookedAt(), page.last(), page.atEnd());
    }

    /** Begins to read the page behind an event, if there is one. */
    private @Nullable Reading behind(@Nullable StoredEvent last, boolean atEnd, long upTo, int limit) {
        return atEnd || last == null ? null : new Reading(last.position(), upTo, limit);
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

    /** A page, and the one behind it if that is being read already. */
    private record Ahead(Decoded page, @Nullable Reading following) {}

    /** A page that is being read before it is asked for. */
    private final class Reading {

        private final long after;
        private final long upTo;
        private final int limit;
        private final ReadAhead<Page> page;

        Reading(long after, long upTo, int limit) {
            this.after = after;
            this.upTo = upTo;
            this.limit = limit;
            this.page = ReadAhead.begin("replay page after " + after, () -> events.read(after, upTo, limit));
        }

        /** Has the page after this one read while this one is decoded. */
        Ahead decoded() {
            Page read = page.await();
            Reading following = behind(read.last(), read.atEnd(), upTo, limit);
            return new Ahead(DecodedPages.this.decoded(read), following);
        }
    }

    /** A page that is being read and decoded before it is asked for. */
    private final class Decoding {

        private final Reading reading;
        private final ReadAhead<Ahead> decoded;

        Decoding(Reading reading) {
            this.reading = reading;
            this.decoded = ReadAhead.begin("replay facts after " + reading.after, reading::decoded);
        }

        /** The page, if it is the one that is asked for. One that ended where there is more by now is not. */
        @Nullable
        Ahead answer(long after, long upTo, int limit) {
            if (reading.after != after || reading.limit != limit || reading.upTo > upTo) {
                return null;
            }
            Ahead answer = decoded.await();
            return answer.page.atEnd() && reading.upTo != upTo ? null : answer;
        }
    }
}
