package dev.troupe.kit.replay;

import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.store.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replays of one service: planned, run, compared, swapped and rolled back. */
public final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final ServiceDatabase database;
    private final EventLog eventLog;
    private final Choreography choreography;
    private final ReplayLog log;
    private final Map<String, ReplayRun> runs = new ConcurrentHashMap<>();

    /** The replays of a service. */
    public Replays(ServiceDatabase database, EventLog eventLog, Choreography choreography) {
        this.database = database;
        this.eventLog = eventLog;
        this.choreography = choreography;
        this.log = new ReplayLog(choreography.service());
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
                        projection.folds().keySet().stream()
                                .map(FactCatalogue::nameOf)
                                .sorted()
                                .toList()));
            }
            return projections;
        });
    }

    /** What a rebuild of a projection would do. */
    public ReplayPlan plan(String projection) {
        Projection<?> known = projection(projection);
        return query(connection -> new Planner(eventLog, choreography).plan(connection, known));
    }

    /**
     * Begins to build a shadow of a projection.
     *
     * @param eventsPerSecond how fast at most; 0 for as fast as it can
     * @param requestedBy who asks
     */
    public Replay start(String projection, int eventsPerSecond, String requestedBy) {
        Projection<?> known = projection(projection);
        Replay replay = new Replay(
                UUID.randomUUID().toString().substring(0, 8),
                projection,
                State.RUNNING,
                requestedBy,
                eventsPerSecond,
                -1,
                eventLog.settledPosition(),
                0,
                Instant.now(),
                Instant.now(),
                null);
        query(connection -> {
            if (list().stream().anyMatch(other -> other.projection().equals(projection) && isActive(other.state()))) {
                throw new Refusal(
                        "replay-under-way",
                        409,
                        projection + " is being rebuilt already; cancel that replay or wait for it.");
            }
            new Shadow<>(database, eventLog, known).create();
            log.add(connection, replay);
            return true;
        });
        run(replay);
        return show(replay.id());
    }

    /** Lets a replay wait until it is resumed. */
    public Replay pause(String id) {
        change(id, State.RUNNING, State.PAUSED);
        return show(id);
    }

    /** Goes on with a paused replay. */
    public Replay resume(String id) {
        change(id, State.PAUSED, State.RUNNING);
        Replay replay = show(id);
        run(replay);
        return replay;
    }

    /** Changes how fast a replay goes at most. */
    public Replay throttle(String id, int eventsPerSecond) {
        show(id);
        query(connection -> {
            log.throttle(connection, id, eventsPerSecond);
            return true;
        });
        return show(id);
    }

    /** Gives a replay up and drops its shadow. */
    public Replay cancel(String id) {
        Replay replay = show(id);
        if (!isActive(replay.state())) {
            throw wrongState(replay, "cancelled");
        }
        change(id, replay.state(), State.CANCELLED);
        stop(id);
        query(connection -> {
            new Shadow<>(database, eventLog, projection(replay.projection())).drop();
            return true;
        });
        return show(id);
    }

    /** Compares the shadow with the live projection, both folded up to the same position. */
    public Comparison compare(String id) {
        Replay replay = caughtUp(id);
        return new Swap(database, eventLog, log).compare(projection(replay.projection()));
    }

    /** Makes the shadow the live projection, in one transaction with its token; the former one is kept. */
    public Replay swap(String id) {
        Replay replay = caughtUp(id);
        stop(id);
        new Swap(database, eventLog, log).swap(replay, projection(replay.projection()));
        return show(id);
    }

    /** Makes the former projection the live one again. */
    public Replay rollback(String id) {
        Replay replay = show(id);
        if (replay.state() != State.SWAPPED) {
            throw wrongState(replay, "rolled back");
        }
        new Swap(database, eventLog, log).rollback(replay);
        return show(id);
    }

    /** A replay. */
    public Replay show(String id) {
        return query(connection -> log.find(connection, id))
                .orElseThrow(
                        () -> new Refusal("no-such-replay", 404, "There is no replay " + id + " in this service."));
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
        Shadow<?> shadow = new Shadow<>(database, eventLog, projection(replay.projection()));
        ReplayRun run = new ReplayRun(replay.id(), shadow, database, log);
        ReplayRun former = runs.put(replay.id(), run);
        if (former != null) {
            former.stop();
        }
        run.start();
        LOG.info("Replay {} builds {} beside the live one", replay.id(), replay.projection());
    }

    private void stop(String id) {
        ReplayRun run = runs.remove(id);
        if (run != null) {
            run.stop();
        }
    }

    private Replay caughtUp(String id) {
        Replay replay = show(id);
        if (replay.state() != State.CAUGHT_UP) {
            throw new Refusal(
                    "replay-not-caught-up",
                    409,
                    "Replay %s is %s; that needs it to be CAUGHT_UP.".formatted(id, replay.state()));
        }
        return replay;
    }

    private void change(String id, State from, State to) {
        Replay replay = show(id);
        if (!query(connection -> log.change(connection, id, from, to, ""))) {
            throw wrongState(replay, to.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static Refusal wrongState(Replay replay, String wanted) {
        return new Refusal(
                "replay-in-wrong-state",
                409,
                "Replay %s is %s and cannot be %s.".formatted(replay.id(), replay.state(), wanted));
    }

    private static boolean isActive(State state) {
        return state == State.RUNNING || state == State.PAUSED || state == State.CAUGHT_UP;
    }

    private Projection<?> projection(String name) {
        return choreography.projections().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no-such-projection",
                        404,
                        "There is no projection %s in this service; it has %s."
                                .formatted(
                                        name,
                                        choreography.projections().stream()
                                                .map(Projection::name)
                                                .toList())));
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = database.writer().getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A replay cannot reach the database: " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
