package dev.troupe.kit.migration;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All events of a log, one after the other, read in pages. */
final class Pages implements Iterator<StoredEvent> {

    private static final int PAGE = 2_000;

    private final EventLog log;
    private final long end;
    private List<StoredEvent> page = List.of();
    private int next;
    private long position;

    Pages(EventLog log) {
        this.log = log;
        this.end = log.settledPosition();
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && position < end) {
            page = log.read(position, end, PAGE);
            next = 0;
            position = page.isEmpty() ? end : page.getLast().position();
        }
        return next < page.size();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }
}
