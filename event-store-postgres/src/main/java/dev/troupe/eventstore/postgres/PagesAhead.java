package dev.troupe.eventstore.postgres;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads events page by page and always one page ahead, so that the database works while the page before is used. Used by one thread. */
final class PagesAhead implements Iterator<List<StoredEvent>> {

    private final EventReader reader;
    private final long upTo;
    private final int size;
    private @Nullable ReadAhead<List<StoredEvent>> next;

    PagesAhead(EventReader reader, long after, long upTo, int size) {
        this.reader = reader;
        this.upTo = upTo;
        this.size = size;
        this.next = begin(after);
    }

    /** The position that has been read up to when there is no next page. */
    long upTo() {
        return upTo;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The next page; the last one may be empty. */
    @Override
    public List<StoredEvent> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        List<StoredEvent> page = next.await();
        next = page.size() < size ? null : begin(page.getLast().position());
        return page;
    }

    private ReadAhead<List<StoredEvent>> begin(long after) {
        return ReadAhead.begin("event page after " + after, () -> reader.read(after, upTo, size));
    }
}
