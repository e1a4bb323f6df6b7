package dev.troupe.kit.metrics;

import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** How far a service's processors are, what waits as dead letters, and how far replays are: looked at now and then, not by each scrape. */
public final class ServiceGauges {

    private static final String PROCESSOR = "processor";

    private final DataSource database;
    private final String schema;
    private final StoreMeters store;
    private final Heads heads = new Heads(System::nanoTime);
    private final AtomicLong ingestLag = new AtomicLong();
    private final MultiGauge lagEvents;
    private final MultiGauge lagSeconds;
    private final MultiGauge attempts;
    private final MultiGauge deadLetters;
    private final MultiGauge replays;

    /**
     * Makes the gauges of a service.
     *
     * @param schema the service's schema
     */
    public ServiceGauges(MeterRegistry registry, DataSource database, String schema, StoreMeters store) {
        this.database = database;
        this.schema = '"' + schema + '"';
        this.store = store;
        this.lagEvents = MultiGauge.builder("troupe.processor.lag.events")
                .description("Positions between the newest of the log and the last that a segment has seen")
                .register(registry);
        this.lagSeconds = MultiGauge.builder("troupe.processor.lag")
                .description("For how long there have been events that a segment has not seen; 0 if it has seen all")
                .baseUnit("seconds")
                .register(registry);
        this.attempts = MultiGauge.builder("troupe.processor.retry.attempt")
                .description("Which attempt at the same events comes next; 0 if nothing failed")
                .register(registry);
        this.deadLetters = MultiGauge.builder("troupe.dead.letters")
                .description("Events that wait as dead letters")
                .register(registry);
        this.replays = MultiGauge.builder("troupe.replay.progress")
                .description("How far a replay under way is, 0 to 1")
                .register(registry);
        Gauge.builder("troupe.store.ingest.lag", ingestLag, AtomicLong::get)
                .description("Positions between the newest of the log and the last that this process has read in order")
                .baseUnit("events")
                .register(registry);
    }

    /**
     * Looks again.
     *
     * @param head the newest position of the log
     */
    public void update(long head, List<SegmentStatus> segments) throws SQLException {
        heads.add(head);
        ingestLag.set(Math.max(0, head - Math.max(store.settledPosition(), newest(segments))));
        lagEvents.register(rows(segments, segment -> Math.max(0, head - segment.position())), true);
        lagSeconds.register(rows(segments, segment -> heads.secondsSince(segment.position())), true);
        attempts.register(rows(segments, SegmentStatus::attempt), true);
        try (Connection connection = database.getConnection()) {
            deadLetters.register(
                    query(connection, PROCESSOR, "SELECT processor, count(*) FROM %s.dead_letter GROUP BY processor"),
                    true);
            replays.register(query(connection, "projection", """
                            SELECT projection, greatest(position, 0)::float8 / greatest(target, 1) FROM %s.replay
                            WHERE state IN ('RUNNING', 'PAUSED', 'CAUGHT_UP')"""), true);
        }
    }

    private static long newest(List<SegmentStatus> segments) {
        return segments.stream().mapToLong(SegmentStatus::position).max().orElse(0);
    }

    private static List<Row<?>> rows(List<SegmentStatus> segments, ToDoubleFunction<SegmentStatus> value) {
        return segments.stream()
                .<Row<?>>map(segment -> Row.of(
                        Tags.of(PROCESSOR, segment.processor(), "segment", Integer.toString(segment.segment())),
                        value.applyAsDouble(segment)))
                .toList();
    }

    private List<Row<?>> query(Connection connection, String tag, String sql) throws SQLException {
        List<Row<?>> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(schema));
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(Row.of(Tags.of(tag, found.getString(1)), found.getDouble(2)));
            }
        }
        return rows;
    }
}
