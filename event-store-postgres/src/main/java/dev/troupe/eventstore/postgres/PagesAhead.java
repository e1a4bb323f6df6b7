package dev.troupe.eventstore.postgres;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Reads events page by page and always one page ahead, so that the database works while the page before is used. Used by one thread. */
final class PagesAhead implements Iterator<List<StoredEvent>> {

    private final EventReader reader;
    private final long upTo;
    private final int size;
    private @Nullable FutureTask<List<StoredEvent>> next;

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
        List<StoredEvent> page = await(next);
        next = page.size() < size ? null : begin(page.getLast().position());
        return page;
    }

    private FutureTask<List<StoredEvent>> begin(long after) {
        FutureTask<List<StoredEvent>> page = new FutureTask<>(() -> reader.read(after, upTo, size));
        Thread.ofVirtual().name("event page after " + after).start(page);
        return page;
    }

    private static List<StoredEvent> await(FutureTask<List<StoredEvent>> page) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return page.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
