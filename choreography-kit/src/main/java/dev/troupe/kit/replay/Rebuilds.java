package dev.troupe.kit.replay;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.store.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what belongs to a replay: its projection, the events it folds, its shadow. */
final class Rebuilds {

    private final ServiceDatabase database;
    private final EventLog eventLog;
    private final Choreography choreography;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    Rebuilds(ServiceDatabase database, EventLog eventLog, Choreography choreography) {
        this.database = database;
        this.eventLog = eventLog;
        this.choreography = choreography;
    }

    Projection<?> projection(String name) {
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

    /** The flows that a selection picks up to a position. */
    Set<String> flows(Selection selection, long target) {
        return new SelectedFlows(eventLog).of(selection, target);
    }

    /** All events that a projection folds. */
    FoldedEvents all(Projection<?> projection) {
        return new AllEvents(eventLog, new RecordedFacts(projection).types());
    }

    /** The events of some flows that a projection folds. */
    FoldedEvents ofFlows(Projection<?> projection, Set<String> flows) {
        return new EventsOfFlows(eventLog, new RecordedFacts(projection).types(), flows);
    }

    /** What a replay builds. */
    Shadow<?> shadow(Replay replay) {
        return inSchema(replay, replay.projection() + "__shadow");
    }

    /** The rows that a replay in part has taken the place of. */
    Shadow<?> before(Replay replay) {
        return inSchema(replay, keptName(replay));
    }

    /** Compares what a replay built with the live projection, once it has folded what that has, on a snapshot of both. */
    Comparison compare(Connection snapshot, Replay replay) throws SQLException {
        Shadow<?> shadow = shadow(replay);
        long live = LiveToken.position(snapshot, replay.projection());
        shadow.catchUp(snapshot, live);
        return new ShadowComparator(projection(replay.projection()), shadow.schema(), replay.inPart())
                .compare(snapshot, live);
    }

    /** How the schema is called in which what was live before is kept. */
    static String keptName(Replay replay) {
        return replay.projection() + "__before_"
                + replay.id().substring(replay.projection().length() + 1);
    }

    /** Finding them may mean to read all events, so they are remembered. */
    private Set<String> flowsOf(Replay replay) {
        return found.compute(
                        replay.projection(),
                        (projection, before) -> before != null && before.id().equals(replay.id())
                                ? before
                                : new Found(replay.id(), flows(replay.selection(), replay.target())))
                .flows();
    }

    private Shadow<?> inSchema(Replay replay, String schema) {
        return inSchema(projection(replay.projection()), replay, schema);
    }

    private <R extends Record> Shadow<R> inSchema(Projection<R> projection, Replay replay, String schema) {
        FoldedEvents events = replay.inPart() ? ofFlows(projection, flowsOf(replay)) : all(projection);
        return new Shadow<>(database, events, projection, schema, replay.inPart());
    }

    /** The flows of the latest replay in part of a projection. */
    private record Found(String id, Set<String> flows) {}
}
