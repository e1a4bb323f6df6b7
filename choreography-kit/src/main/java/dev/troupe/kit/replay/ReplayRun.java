package dev.troupe.kit.replay;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one shadow in a thread of its own, page by page; each page is one transaction with its checkpoint, so a killed service goes on
 * where the last one ended.
 */
final class ReplayRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
    private static final int PAGE = 5_000;
    private static final Duration AT_THE_END = Duration.ofMillis(200);

    private final String id;
    private final Shadow<?> shadow;
    private final ServiceDatabase database;
    private final ReplayLog log;
    private final Thread thread;
    private volatile boolean stopped;

    ReplayRun(String id, Shadow<?> shadow, ServiceDatabase database, ReplayLog log) {
        this.id = id;
        this.shadow = shadow;
        this.database = database;
        this.log = log;
        this.thread = Thread.ofPlatform().name("replay-" + id).daemon().unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Ends after the page under way. */
    void stop() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped && step()) {
                // one page after another
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            if (!stopped) {
                fail(e);
            }
        }
    }

    private boolean step() throws SQLException, InterruptedException {
        long began = System.nanoTime();
        int events;
        int perSecond;
        try (Connection connection = database.writer().getConnection()) {
            Replay replay = log.find(connection, id).orElseThrow();
            if (replay.state() != State.RUNNING && replay.state() != State.CAUGHT_UP) {
                return false;
            }
            perSecond = replay.eventsPerSecond();
            events = page(connection, replay);
        }
        pace(events, perSecond, began);
        return true;
    }

    private int page(Connection connection, Replay replay) throws SQLException {
        int limit = replay.eventsPerSecond() == 0 ? PAGE : Math.max(1, Math.min(PAGE, replay.eventsPerSecond() / 5));
        long position = shadow.position(connection);
        Shadow.Page page = shadow.read(position, Long.MAX_VALUE, limit);
        connection.setAutoCommit(false);
        try {
            shadow.fold(connection, page);
            long reached = page.last() == null ? position : page.last().position();
            log.progressed(connection, id, reached, page.events().size());
            if (page.events().size() < limit && replay.state() == State.RUNNING) {
                log.change(connection, id, State.RUNNING, State.CAUGHT_UP, "");
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        return page.events().size();
    }

    private static void pace(int events, int perSecond, long began) throws InterruptedException {
        if (events == 0) {
            Thread.sleep(AT_THE_END);
        } else if (perSecond > 0) {
            long spent = (System.nanoTime() - began) / 1_000_000;
            Thread.sleep(Math.max(0, events * 1_000L / perSecond - spent));
        }
    }

    private void fail(Exception e) {
        LOG.error("Replay {} failed; the live projection is untouched", id, e);
        try (Connection connection = database.writer().getConnection()) {
            log.change(connection, id, State.RUNNING, State.FAILED, String.valueOf(e.getMessage()));
        } catch (SQLException alsoFailed) {
            LOG.warn("That replay {} failed cannot be written down: {}", id, alsoFailed.getMessage());
        }
    }
}
