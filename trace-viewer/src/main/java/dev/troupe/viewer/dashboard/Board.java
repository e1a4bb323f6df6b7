package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.kit.status.Declaration.DeclaredProjection;
import dev.troupe.viewer.dashboard.Dashboard.Latency;
import dev.troupe.viewer.dashboard.Dashboard.Minute;
import dev.troupe.viewer.dashboard.Dashboard.ProcessorState;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.Follower;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Sql;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out how the system is doing. */
public final class Board {

    private static final String MINUTES = """
            SELECT minute, coalesce(sum(events) FILTER (WHERE type = 'order.placed'), 0) AS placed,
              coalesce(sum(events) FILTER (WHERE type = 'order.completed'), 0) AS completed,
              coalesce(sum(events) FILTER (WHERE type = 'order.cancelled'), 0) AS cancelled
            FROM trace_viewer.minute_count
            WHERE minute > now() - interval '60 minutes' AND type IN ('order.placed', 'order.completed', 'order.cancelled')
            GROUP BY minute ORDER BY minute""";
    private static final String OUTCOMES = """
            SELECT coalesce(reason, outcome, 'OPEN') AS outcome, count(*) AS flows FROM trace_viewer.flow
            WHERE kind = 'order' GROUP BY 1""";
    private static final String LATENCY = """
            SELECT count(latency_millis) AS flows,
              percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY latency_millis) AS millis
            FROM trace_viewer.flow WHERE kind = 'order' AND settled_at > now() - interval '60 minutes'""";

    private final FlowIndex index;
    private final Follower follower;
    private final ServiceDatabase database;

    /** Reads from the index, and what services say, in a database. */
    public Board(FlowIndex index, Follower follower, ServiceDatabase database) {
        this.index = index;
        this.follower = follower;
        this.database = database;
    }

    /** How it is doing now. */
    public Dashboard look() throws SQLException {
        Services services = Services.look(database.reader());
        return new Dashboard(
                Instant.now(),
                index.counts(),
                minutes(),
                outcomes(),
                latency(),
                services.all().stream().flatMap(Board::processors).toList(),
                Waiting.countLetters(database.reader()),
                follower.position(),
                services.all().stream().mapToLong(ServiceState::head).max().orElse(0));
    }

    private List<Minute> minutes() throws SQLException {
        return Sql.query(
                database.writer(),
                MINUTES,
                row -> new Minute(
                        row.getObject("minute", OffsetDateTime.class).toInstant(),
                        row.getLong("placed"),
                        row.getLong("completed"),
                        row.getLong("cancelled")));
    }

    private Map<String, Long> outcomes() throws SQLException {
        Map<String, Long> outcomes = new TreeMap<>();
        Sql.query(database.writer(), OUTCOMES, row -> outcomes.put(row.getString("outcome"), row.getLong("flows")));
        return outcomes;
    }

    private Latency latency() throws SQLException {
        return Sql.query(database.writer(), LATENCY, row -> {
                    java.sql.Array array = row.getArray("millis");
                    @Nullable Long[] millis = array == null ? new Long[3] : (Long[]) array.getArray();
                    return new Latency(row.getLong("flows"), millis[0], millis[1], millis[2]);
                })
                .getFirst();
    }

    private static Stream<ProcessorState> processors(ServiceState service) {
        return Stream.concat(
                        Stream.of(service.declaration().processor()),
                        service.declaration().projections().stream().map(DeclaredProjection::name))
                .map(processor -> processor(service, processor));
    }

    private static ProcessorState processor(ServiceState service, String processor) {
        List<SegmentStatus> segments = service.segments(processor);
        long slowest =
                segments.stream().mapToLong(SegmentStatus::position).min().orElse(service.head());
        String cause = segments.stream()
                .map(SegmentStatus::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String state =
                segments.isEmpty() ? service.isUp() ? "stopped" : "down" : cause == null ? "running" : "retrying";
        return new ProcessorState(
                service.name(), processor, state, segments.size(), Math.max(0, service.head() - slowest), cause);
    }
}
