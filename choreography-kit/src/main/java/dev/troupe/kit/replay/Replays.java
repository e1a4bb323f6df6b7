package dev.troupe.kit.replay;

import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.ServiceEventStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replays of one service: planned, run, compared, swapped and rolled back. Whatever changes one first locks its row, and so waits for
 * whoever else is at it, be it the run that builds its shadow or another instance of the service.
 */
public final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final Choreography choreography;
    private final Rebuilds rebuilds;
    private final Planner planner;
    private final ReplayLog log;
    private final ReplayChanges changes;
    private final LiveWork liveWork;
    private final Map<String, ReplayRun> runs = new ConcurrentHashMap<>();

    /** The replays of a service. */
    public Replays(ServiceDatabase database, ServiceEventStore events, Choreography choreography) {
        EventLog eventLog = events.log();
        this.liveWork = new LiveWork(events::silence);
        this.transactions = new Transactions(database.writer());
        this.choreography = choreography;
        this.rebuilds = new Rebuilds(database, eventLog, choreography);
        this.planner = new Planner(transactions, eventLog, choreography, rebuilds);
        this.log = new ReplayLog(choreography.service());
        this.changes = new ReplayChanges(transactions, log);
    }

    /** Goes on with the replays that were under way when the service was stopped or killed. */
    public void resumeAfterRestart() {
        list().stream()
                .filter(replay -> replay.state() == State.RUNNING || replay.state() == State.CAUGHT_UP)
                .forEach(this::run);
    }

    /** What can be rebuilt. */
    public List<ProjectionInfo> projections() {
        return query(connection -> {
            List<ProjectionInfo> projections = new ArrayList<>();
            for (Projection<?> projection : choreography.projections()) {
                projections.add(new ProjectionInfo(
                        projection.name(),
                        choreography.service(),
                        LiveToken.position(connection, projection.name()),
                        projection.isRebuiltByFlow(),
                        projection.folds().keySet().stream()
                                .map(FactCatalogue::nameOf)
                                .sorted()
                                .toList()));
            }
            return projections;
        });
    }

    /** What a rebuild would do. */
    public ReplayPlan plan(ReplayRequest request) {
        return reach(() -> planner.plan(request));
    }

    /**
     * Begins to build a shadow.
     *
     * @param by who asks
     */
    public Replay start(ReplayRequest request, String by) {
        ReplayPlan plan = plan(request);
        if (plan.refusal() != null) {
            throw new Refusal("replay-not-in-part", 409, plan.refusal());
        }
        Replay replay = show(reach(() -> add(plan, by)));
        run(replay);
        return replay;
    }

    private String add(ReplayPlan plan, String by) throws SQLException {
        try {
            return transactions.run(connection -> {
                String id = log.add(connection, plan, by);
                log.act(connection, id, by, "STARTED", null);
                return id;
            });
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new Refusal(
                        "replay-under-way",
                        409,
                        plan.projection() + " is being rebuilt already; cancel that replay or wait for it.");
            }
            throw e;
        }
    }

    /** Lets a replay wait until it is resumed. */
    public Replay pause(String id, String by) {
        return changes.make(
                id,
                by,
                "PAUSED",
                Set.of(State.RUNNING),
                (connection, replay) -> changes.enter(connection, replay, State.PAUSED));
    }

    /** Goes on with a paused replay. */
    public Replay resume(String id, String by) {
        Replay replay = changes.make(
                id,
                by,
                "RESUMED",
                Set.of(State.PAUSED),
                (connection, paused) -> changes.enter(connection, paused, State.RUNNING));
        run(replay);
        return replay;
    }

    /** Changes how fast a replay goes at most; 0 for as fast as it can. */
    public Replay throttle(String id, int eventsPerSecond, String by) {
        if (eventsPerSecond < 0) {
            throw new Refusal("invalid-request", 400, "eventsPerSecond must be 0 or more.");
        }
        return changes.make(
                id, by, "THROTTLED", Set.of(State.RUNNING, State.PAUSED, State.CAUGHT_UP), (connection, replay) -> {
                    log.throttle(connection, id, eventsPerSecond);
                    return eventsPerSecond == 0 ? "no throttle" : eventsPerSecond + " events per second";
                });
    }

    /** Gives a replay up and drops its shadow. */
    public Replay cancel(String id, String by) {
        return changes.make(
                id,
                by,
                "CANCELLED",
                Set.of(State.RUNNING, State.PAUSED, State.CAUGHT_UP, State.FAILED),
                (connection, replay) -> {
                    rebuilds.shadow(replay).drop();
                    return changes.enter(connection, replay, State.CANCELLED);
                });
    }

    /**
     * Compares the shadow with the live projection, both folded up to the same position: as they are at one moment, so that live handling
     * need not wait.
     */
    public Comparison compare(String id, String by) {
        List<Comparison> found = new ArrayList<>();
        changes.make(id, by, "COMPARED", Set.of(State.CAUGHT_UP), (connection, replay) -> {
            Comparison comparison = transactions.runOnSnapshot(snapshot -> rebuilds.compare(snapshot, replay));
            found.add(comparison);
            return comparison.summary();
        });
        return found.getFirst();
    }

    /** Makes the shadow the live projection, or its rows those of the live one; what was live before is kept. */
    public Replay swap(String id, String by) {
        return changes.make(
                id,
                by,
                "SWAPPED",
                Set.of(State.CAUGHT_UP),
                (connection, replay) -> replay.inPart()
                        ? new Repair(rebuilds, log).repair(connection, replay)
                        : new Swap(rebuilds, log).swap(connection, replay));
    }

    /** Makes what was live before live again. */
    public Replay rollback(String id, String by) {
        return changes.make(id, by, "ROLLED_BACK", Set.of(State.SWAPPED), (connection, replay) -> {
            String kept = replay.kept();
            if (kept == null) {
                throw new Refusal(
                        "nothing-kept",
                        409,
                        "What was live before %s is no longer kept, because %s was swapped again since."
                                .formatted(id, replay.projection()));
            }
            return replay.inPart()
                    ? new Repair(rebuilds, log).rollback(connection, replay)
                    : new Swap(rebuilds, log).rollback(connection, replay, kept);
        });
    }

    /** A replay. */
    public Replay show(String id) {
        return changes.show(id);
    }

    /** A replay with its plan and what was done to it. */
    public ReplayAudit audit(String id) {
        Replay replay = show(id);
        return query(
                connection -> new ReplayAudit(replay, log.plan(connection, id).orElse(null), log.acts(connection, id)));
    }

    /** All replays, the newest first. */
    public List<Replay> list() {
        return query(log::all);
    }

    @Override
    public void close() {
        runs.values().forEach(ReplayRun::stop);
        runs.clear();
    }

    private void run(Replay replay) {
        ReplayRun run = new ReplayRun(replay, rebuilds.shadow(replay), transactions, log, liveWork);
        ReplayRun former = runs.put(replay.id(), run);
        if (former != null) {
            former.stop();
        }
        run.start();
        LOG.info("Replay {} builds {} beside the live one", replay.id(), replay.projection());
    }

    private <T> T query(Transactions.Work<T> work) {
        return reach(() -> transactions.run(work));
    }

    private static <T> T reach(ReplayChanges.Attempt<T> attempt) {
        return ReplayChanges.reach(attempt);
    }
}
