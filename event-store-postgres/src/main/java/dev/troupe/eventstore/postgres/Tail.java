package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of a process that follows the end of the store: its reader, the buffer, and who listens. */
final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BUFFERED_EVENTS = 8_192;
    /** Turned into facts they take a multiple of that, and a small service has a heap of less than 200 MiB. */
    private static final long BUFFERED_BYTES = 2L << 20;

    private static final int PAGE = 1_000;
    private static final Duration POLL = Duration.ofMillis(400);

    private final TailBuffer buffer = new TailBuffer(BUFFERED_EVENTS, BUFFERED_BYTES);
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Interest interest = new Interest();
    private final Silence silence = new Silence();
    private final TailReader reader;
    private boolean following;
    private boolean closed;

    Tail(DataSource dataSource, SettledPosition settled, EventStoreMetrics metrics) {
        reader = new TailReader(
                dataSource,
                new LockResolvedTail(PAGE, metrics),
                buffer,
                interest,
                settled,
                silence,
                POLL,
                () -> tellListeners(metrics, settled));
    }

    /** From now on the end of the store is read; a process without a stream has no reason to. */
    synchronized void follow() {
        if (!following && !closed) {
            following = true;
            reader.start();
        }
    }

    Interest interest() {
        return interest;
    }

    Silence silence() {
        return silence;
    }

    TailBuffer buffer() {
        return buffer;
    }

    void addListener(Runnable onEvents) {
        listeners.add(onEvents);
    }

    void removeListener(Runnable onEvents) {
        listeners.remove(onEvents);
    }

    @Override
    public synchronized void close() {
        closed = true;
        buffer.close();
        reader.close();
    }

    private void tellListeners(EventStoreMetrics metrics, SettledPosition settled) {
        metrics.settled(settled.known());
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A consumer of events failed when it was told that there are new ones", e);
            }
        }
    }
}
