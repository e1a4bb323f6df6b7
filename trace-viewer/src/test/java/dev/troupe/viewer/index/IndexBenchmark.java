package dev.troupe.viewer.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.store.PostgresEventLog;
import dev.troupe.test.TestDatabase;
import dev.troupe.viewer.status.Declarations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How fast the index is made from nothing. Not part of the test run; see docs/reference/trace-viewer.md.
 */
class IndexBenchmark {

    private static final int EVENTS = Integer.getInteger("troupe.events", 1_000_000);
    private static final String[] PATH = {
        "order.placed", "payment.requested", "stock.reserved", "payment.authorization-started", "payment.authorized",
        "order.confirmed", "shipment.scheduled", "shipment.dispatched", "payment.captured", "order.completed"
    };

    @Test
    void anEmptyIndexIsFilled() throws SQLException {
        TestDatabase database = TestDatabase.create("trace-viewer");
        for (int i = 0; i < PATH.length; i++) {
            append(database, i);
        }
        try (ServiceDatabase own = ServiceDatabase.open(database.settings("trace-viewer"))) {
            own.migrate("trace_viewer", "db/viewer");
            Indexer indexer = new Indexer(own.writer(), new PostgresEventLog(own.reader()), new IngestLag());
            long began = System.nanoTime();
            indexer.catchUp(new Declarations(Map.of(), "benchmark"));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "%,d events in %.1f s: %,.0f events/s%n",
                    EVENTS, took.toMillis() / 1e3, EVENTS * 1e3 / took.toMillis());
            assertThat(new FlowIndex(own.writer()).counts().all()).isEqualTo(EVENTS / PATH.length);
        }
    }

    /** The n-th fact of every order, each of which follows from the one before; neighbouring orders lie among each other. */
    private static void append(TestDatabase database, int n) throws SQLException {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO events.event (position, stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)
                    OVERRIDING SYSTEM VALUE
                    SELECT (o / 100) * 1000 + %1$d * 100 + o %% 100 + 1, 'order-' || o, %1$d, md5(o || '-%1$d')::uuid, '%2$s', '1', now(),
                      json_build_object('correlationId', 'o-' || o, 'causationId', CASE WHEN %1$d > 0 THEN md5(o || '-%3$d')::uuid END,
                        'source', '%4$s-service/1.0', 'traceparent', '00-' || md5(o::text) || '-0000000000000001-01'),
                      json_build_object('orderId', 'o-' || o, 'customerId', 'c-' || o %% 5000, 'lines', json_build_array(
                        json_build_object('sku', 'SKU-' || o %% 997, 'quantity', 1), json_build_object('sku', 'SKU-' || o %% 499, 'quantity', 2)))
                    FROM generate_series(0, %5$d) o""".formatted(n, PATH[n], n - 1, PATH[n].split("\\.", 2)[0], EVENTS / PATH.length - 1));
        }
    }
}
