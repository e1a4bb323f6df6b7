package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.ReplayPlan.Skipped;
import dev.troupe.kit.store.EventLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at what a rebuild would do, without doing it. */
final class Planner {

    private final Transactions transactions;
    private final EventLog eventLog;
    private final Choreography choreography;
    private final Rebuilds rebuilds;

    Planner(Transactions transactions, EventLog eventLog, Choreography choreography, Rebuilds rebuilds) {
        this.transactions = transactions;
        this.eventLog = eventLog;
        this.choreography = choreography;
        this.rebuilds = rebuilds;
    }

    ReplayPlan plan(ReplayRequest request) throws SQLException {
        Projection<?> projection = rebuilds.projection(request.projection());
        Selection selection = request.selected();
        long live = transactions.run(connection -> LiveToken.position(connection, projection.name()));
        long target = Math.max(0, live);
        Set<String> flows = selection.coversEverything() ? null : rebuilds.flows(selection, target);
        Census census = flows == null
                ? everything(projection, target)
                : Census.of(rebuilds.ofFlows(projection, flows), new RecordedFacts(projection), target);
        long perSecond = census.events() == 0 ? 0 : new TrialRun(transactions, rebuilds).eventsPerSecond(projection);
        return new ReplayPlan(
                projection.name(),
                selection,
                flows == null ? null : flows.size(),
                census.from(),
                target,
                census.eventsByType(),
                census.events(),
                census.rowsAtMost(),
                skipped(projection),
                request.throttle(),
                perSecond,
                expectedMillis(census.events(), request.throttle(), perSecond),
                refusal(projection, selection));
    }

    private Census everything(Projection<?> projection, long target) throws SQLException {
        Set<String> types = new RecordedFacts(projection).types();
        List<StoredEvent> first = eventLog.read(0, target, 1, types);
        long live = transactions.run(connection -> count(connection, projection));
        return new Census(first.isEmpty() ? 0 : first.getFirst().position(), eventLog.countByType(types, target), live);
    }

    private List<Skipped> skipped(Projection<?> projection) {
        List<Skipped> skipped = new ArrayList<>();
        choreography
                .reactions()
                .forEach(reaction -> skipped.add(new Skipped(reaction.name(), "reactions never run in a replay")));
        choreography.projections().stream()
                .filter(other -> other != projection)
                .forEach(other -> skipped.add(new Skipped(other.name(), "not selected")));
        return skipped;
    }

    private static long expectedMillis(long events, int throttle, long measured) {
        long rate = throttle == 0 ? measured : Math.min(throttle, measured);
        return rate == 0 ? 0 : events * 1_000 / rate;
    }

    static @Nullable String refusal(Projection<?> projection, Selection selection) {
        return selection.coversEverything() || projection.isRebuiltByFlow()
                ? null
                : "%s can only be rebuilt whole: it does not declare that each of its rows is folded from one flow alone, so rows of a part would lack what other flows did to them."
                        .formatted(projection.name());
    }

    private static long count(Connection connection, Projection<?> projection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM \"%s\".\"%s\"".formatted(projection.name(), projection.name()))) {
            row.next();
            return row.getLong(1);
        }
    }
}
