package dev.troupe.viewer.index;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.status.Declarations;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Follows the event log for as long as the viewer runs, and tells whoever listens that there is something new. */
public final class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long DECLARATIONS_EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long TIDY_EVERY_NANOS = Duration.ofSeconds(60).toNanos();

    private final ServiceDatabase database;
    private final Indexer indexer;
    private final Retention retention;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile long position = -1;
    private volatile boolean running;
    private volatile boolean failing;
    private Thread thread = new Thread();

    /** Keeps an index of so much of the log in a database. */
    public Follower(ServiceDatabase database, EventLog eventLog, IngestLag lag, Retention retention) {
        this.database = database;
        this.indexer = new Indexer(database.writer(), eventLog, lag);
        this.retention = retention;
    }

    /** Up to which position the index is. */
    public long position() {
        return Math.max(0, position);
    }

    /** Whether the index has been up to date once and can be kept so. */
    public boolean isFollowing() {
        return position >= 0 && !failing;
    }

    /** Tells the listener each new position; it must be quick. */
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("index-follower").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A database that is not there yet keeps the viewer from being ready, not from starting. */
    private void follow() {
        boolean prepared = false;
        Declarations declarations = new Declarations(Map.of(), "");
        long readAt = System.nanoTime() - DECLARATIONS_EVERY_NANOS;
        long tidiedAt = System.nanoTime();
        while (running) {
            try {
                if (!prepared) {
                    database.migrate("trace_viewer", "db/viewer");
                    prepared = true;
                }
                if (System.nanoTime() - readAt >= DECLARATIONS_EVERY_NANOS) {
                    declarations = Declarations.read(database.reader());
                    readAt = System.nanoTime();
                }
                moved(indexer.catchUp(declarations));
                failing = false;
                if (System.nanoTime() - tidiedAt >= TIDY_EVERY_NANOS) {
                    tidiedAt = System.nanoTime();
                    retention.apply(database.writer(), Instant.now());
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(Exception failure) {
        if (!failing && running) {
            LOG.warn(
                    "The event log cannot be followed now, which is tried again every second: {}",
                    failure.getMessage());
            LOG.debug("The event log cannot be followed", failure);
        }
        failing = true;
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void moved(long to) {
        if (to != position) {
            position = to;
            listeners.forEach(listener -> listener.accept(to));
        }
    }
}
