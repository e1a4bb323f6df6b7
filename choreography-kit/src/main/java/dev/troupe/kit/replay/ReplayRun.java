package dev.troupe.kit.replay;

import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one shadow in a thread of its own, page by page; each page is one transaction with its checkpoint, so a killed service goes on
 * where the last one ended. While a page is under way it has the replay's row: of several instances one builds, and whoever changes the
 * replay waits for the end of the page.
 */
final class ReplayRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
    private static final int PAGE = 2_000;

    private static final Duration NOTHING_TO_DO = Duration.ofMillis(500);
    private static final Duration OUTAGE = Duration.ofSeconds(1);

    private final String id;
    private final Shadow<?> shadow;
    private final Transactions transactions;
    private final ReplayLog log;
    private final LiveWork liveWork;
    private final Thread thread;
    private RateMeter meter = new RateMeter(System.nanoTime());
    private Pace pace = new Pace(0, System.nanoTime());
    private boolean shadowIsThere;
    private volatile boolean stopped;

    ReplayRun(Replay replay, Shadow<?> shadow, Transactions transactions, ReplayLog log, LiveWork liveWork) {
        this.id = replay.id();
        this.shadow = shadow;
        this.transactions = transactions;
        this.log = log;
        this.liveWork = liveWork;
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
            boolean goOn = true;
            while (goOn && !stopped) {
                goOn = stepOrWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            if (!stopped) {
                fail(e);
            }
        }
    }

    private boolean stepOrWait() throws SQLException, InterruptedException {
        try {
            Step step = transactions.run(this::step);
            Thread.sleep(pause(step));
            liveWork.letGoFirst(pace.patience(System.nanoTime()));
            return step.goOn();
        } catch (SQLException | RuntimeException e) {
            if (stopped || !isOutage(e)) {
                throw e;
            }
            LOG.warn("Replay {} waits for the database: {}", id, e.getMessage());
            Thread.sleep(OUTAGE);
            return true;
        }
    }

    private Step step(Connection connection) throws SQLException {
        Replay replay = log.tryLock(connection, id).orElse(null);
        if (replay == null) {
            return Step.NOTHING;
        }
        boolean follows = replay.state() == State.CAUGHT_UP && !replay.inPart();
        if (replay.state() != State.RUNNING && !follows) {
            return Step.LAST;
        }
        makeShadow(connection);
        return fold(connection, replay);
    }

    /** Once it is there it stays for as long as the replay, so it need not be looked for in each step. */
    private void makeShadow(Connection connection) throws SQLException {
        if (!shadowIsThere && !shadow.belongsTo(connection, id)) {
            shadow.create(id);
        }
        shadowIsThere = true;
    }

    private Step fold(Connection connection, Replay replay) throws SQLException {
        Shadow.Standing standing = shadow.begin(connection);
        int perSecond = replay.eventsPerSecond();
        if (perSecond != pace.perSecond()) {
            pace = new Pace(perSecond, System.nanoTime());
            meter = new RateMeter(System.nanoTime());
        }
        DecodedPages.Decoded page = shadow.step(connection, standing.shadow(), standing.live(), pace.step(PAGE));
        int events = page.facts().size();
        long rate = meter.folded(events, System.nanoTime());
        if (events > 0 || replay.state() == State.RUNNING) {
            long position =
                    page.last() == null ? standing.shadow() : page.last().position();
            log.progressed(connection, id, position, events, rate);
        }
        if (page.atEnd() && replay.state() == State.RUNNING) {
            shadow.finish(connection);
            log.enter(connection, id, State.CAUGHT_UP, null);
            log.act(connection, id, "service", State.CAUGHT_UP.name(), null);
        }
        return new Step(page.lookedAt(), true);
    }

    private Duration pause(Step step) {
        if (step.lookedAt == 0) {
            return step.goOn ? NOTHING_TO_DO : Duration.ZERO;
        }
        return pace.after(step.lookedAt, System.nanoTime());
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private void fail(Exception e) {
        LOG.error("Replay {} failed; the live projection is untouched", id, e);
        try {
            transactions.run(connection -> {
                boolean active = log.lock(connection, id)
                        .filter(replay -> replay.state().isActive())
                        .isPresent();
                if (active) {
                    log.enter(connection, id, State.FAILED, String.valueOf(e.getMessage()));
                    log.act(connection, id, "service", State.FAILED.name(), e.getMessage());
                }
                return active;
            });
        } catch (SQLException alsoFailed) {
            LOG.warn("That replay {} failed cannot be written down: {}", id, alsoFailed.getMessage());
        }
    }

    /**
     * What a step did.
     *
     * @param lookedAt how many events it read; 0 if there was nothing to do
     * @param goOn whether there may be another
     */
    private record Step(int lookedAt, boolean goOn) {

        static final Step NOTHING = new Step(0, true);
        static final Step LAST = new Step(0, false);
    }
}
