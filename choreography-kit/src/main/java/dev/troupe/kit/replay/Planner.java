package dev.troupe.kit.replay;

import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.ReplayPlan.Skipped;
import dev.troupe.kit.store.EventLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what a rebuild would do, without doing it. */
final class Planner {

    private static final int SAMPLE = 2_000;

    private final EventLog eventLog;
    private final Choreography choreography;

    Planner(EventLog eventLog, Choreography choreography) {
        this.eventLog = eventLog;
        this.choreography = choreography;
    }

    ReplayPlan plan(Connection connection, Projection<?> projection) throws SQLException {
        Set<String> types =
                projection.folds().keySet().stream().map(FactCatalogue::nameOf).collect(Collectors.toSet());
        long target = eventLog.settledPosition();
        Map<String, Long> byType = eventLog.countByType(types, target);
        long events = byType.values().stream().mapToLong(Long::longValue).sum();
        return new ReplayPlan(
                projection.name(),
                target,
                byType,
                events,
                rows(connection, projection),
                skipped(projection),
                expectedMillis(types, target, events));
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

    /** From the time it takes to read a sample; folding and writing take about as long again. */
    private long expectedMillis(Set<String> types, long target, long events) {
        if (events == 0) {
            return -1;
        }
        long began = System.nanoTime();
        List<StoredEvent> sample = eventLog.read(0, target, SAMPLE, types);
        long nanos = System.nanoTime() - began;
        return sample.isEmpty() ? -1 : 2 * nanos / sample.size() * events / 1_000_000;
    }

    private static long rows(Connection connection, Projection<?> projection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM \"%s\".\"%s\"".formatted(projection.name(), projection.name()));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
