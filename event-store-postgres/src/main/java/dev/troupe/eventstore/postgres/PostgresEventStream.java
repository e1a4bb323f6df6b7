package dev.troupe.eventstore.postgres;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's way through the store: page by page from the database as long as it lags, and from the buffer it shares with the others once
 * it has come to the tail. Used by one thread at a time.
 */
final class PostgresEventStream implements TrackingEventStream {

    private static final int PAGE = 1_000;
    private static final int FROM_BUFFER = 250;

    private final Tail tail;
    private final EventReader pages;
    private final SettledPosition settled;
    private final EventDecoder decoder;
    private final Concern concern;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long cursor;
    private @Nullable PagesAhead ahead;
    private @Nullable Runnable callback;
    private volatile boolean closed;

    PostgresEventStream(long after, Tail tail, PostgresEventStorageEngine engine, Concern concern) {
        this.cursor = after;
        this.concern = concern;
        this.tail = tail;
        this.pages = engine.reader();
        this.settled = engine.settled();
        this.decoder = engine.decoder();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(ready.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        while (!fill()) {
            if (left <= 0 || isClosed()) {
                return false;
            }
            left = tail.buffer().await(cursor, this::concerns, left);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (isClosed()) {
                throw new IllegalStateException("The stream of events is closed");
            }
        }
        return ready.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        if (callback != null) {
            tail.removeListener(callback);
        }
        callback = onAvailable;
        tail.addListener(onAvailable);
        onAvailable.run();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        tail.interest().closed(this);
        if (callback != null) {
            tail.removeListener(callback);
        }
    }

    /** Whether events of the same type may concern the reader. */
    boolean mayConcern(TailEvent event) {
        return matches(event, concern.types());
    }

    /** How many nanoseconds its reader can wait to be woken. */
    long patience() {
        return concern.patience().toNanos();
    }

    private boolean concerns(TailEvent event) {
        return matches(event, concern.events());
    }

    /** What cannot be read concerns every reader, which will say so. */
    private boolean matches(TailEvent event, Predicate<TrackedEventMessage<?>> wanted) {
        try {
            return event.messages(decoder).stream().anyMatch(wanted);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Whether there is a next message, after reading on if need be and if there is anything to read. */
    private boolean fill() {
        while (ready.isEmpty() && !closed) {
            long before = cursor;
            List<TailEvent> shared = tail.buffer().after(cursor, FROM_BUFFER);
            if (shared == null) {
                fromDatabase();
            } else {
                ahead = null;
                shared.forEach(event -> take(event.position(), event.messages(decoder).stream()));
            }
            if (cursor == before) {
                return false;
            }
        }
        return !ready.isEmpty();
    }

    private void fromDatabase() {
        PagesAhead pagesAhead = ahead;
        if (pagesAhead == null) {
            long upTo = settled.known();
            if (cursor >= upTo) {
                return;
            }
            pagesAhead = new PagesAhead(pages, cursor, upTo, PAGE);
        }
        ahead = null; // unless all goes well, so that a failure is not met again
        for (StoredEvent event : pagesAhead.next()) {
            take(event.position(), decoder.tracked(Stream.of(event)));
        }
        if (pagesAhead.hasNext()) {
            ahead = pagesAhead;
        } else {
            cursor = Math.max(cursor, pagesAhead.upTo());
        }
    }

    private void take(long position, Stream<TrackedEventMessage<?>> messages) {
        messages.forEach(ready::add);
        cursor = position;
    }

    private boolean isClosed() {
        return closed || tail.buffer().isClosed();
    }
}
