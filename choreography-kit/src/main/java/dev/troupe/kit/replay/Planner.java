package dev.troupe.kit.replay;

import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.EventReader;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.ReplayPlan.Skipped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at what a rebuild would do, without doing it. */
final class Planner {

    private static final int SAMPLE = 2_000;

    private final EventReader reader;
    private final Choreography choreography;

    Planner(EventReader reader, Choreography choreography) {
        this.reader = reader;
        this.choreography = choreography;
    }

    ReplayPlan plan(Connection connection, Projection<?> projection) throws SQLException {
        Set<String> types =
                projection.folds().keySet().stream().map(FactCatalogue::nameOf).collect(Collectors.toSet());
        long target = reader.settledPosition();
        Map<String, Long> byType = count(connection, types, target);
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
        List<StoredEvent> sample = reader.read(0, target, SAMPLE, types);
        long nanos = System.nanoTime() - began;
        return sample.isEmpty() ? -1 : 2 * nanos / sample.size() * events / 1_000_000;
    }

    private static Map<String, Long> count(Connection connection, Set<String> types, long target) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT type, count(*) FROM events.event WHERE position <= ? AND type = ANY (?) GROUP BY type")) {
            select.setLong(1, target);
            select.setArray(2, connection.createArrayOf("text", types.toArray()));
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
            return counts;
        }
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
