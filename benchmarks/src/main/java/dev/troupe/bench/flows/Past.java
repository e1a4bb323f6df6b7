package dev.troupe.bench.flows;

import dev.troupe.demo.launch.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Gives a system a past: copies of completed orders under other ids, in the event store and in the views as if they had happened. Reactions
 * are made to begin behind them, so that nobody is charged for an order that was never placed.
 */
final class Past {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int SAMPLES = 50;

    private static final String COPIES = """
            WITH sample AS (
                SELECT substr(stream, 7) AS id, row_number() OVER (ORDER BY position) - 1 AS number
                FROM events.event WHERE type = 'order.completed' ORDER BY position LIMIT %1$d)
            INSERT INTO events.event
                (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, metadata, payload)
            SELECT 'order-' || copy.id, e.stream_position, e.aggregate_type, gen_random_uuid(), e.type, e.revision, e.occurred_at,
                   replace(e.metadata::text, sample.id, copy.id)::json, replace(e.payload::text, sample.id, copy.id)::json
            FROM generate_series(0, ?) n
            JOIN sample ON sample.number = n %% (SELECT count(*) FROM sample)
            CROSS JOIN LATERAL (SELECT sample.id || '-copy-' || n AS id) copy
            JOIN events.event e ON e.stream = 'order-' || sample.id
            ORDER BY n, e.stream_position""".formatted(SAMPLES);
    private static final String BEGIN_BEHIND = """
            UPDATE "%s".token SET position = newest.position, event_id = newest.event_id
            FROM (SELECT position, event_id FROM events.event ORDER BY position DESC LIMIT 1) newest
            WHERE processor LIKE '%%-reactions'""";

    /** An order is placed, confirmed and completed. */
    static final int FACTS_PER_ORDER = 3;

    private final Stage stage;

    Past(Stage stage) {
        this.stage = stage;
    }

    /** Adds facts of orders, and waits until all services are ready again. */
    void add(int facts) throws SQLException, InterruptedException {
        List<String> services = stage.processes().names().stream()
                .filter(name -> name.endsWith("-service"))
                .toList();
        services.forEach(stage.processes()::kill);
        try (Connection connection = stage.database().admin().getConnection()) {
            try (PreparedStatement copy = connection.prepareStatement(COPIES)) {
                copy.setInt(1, facts / FACTS_PER_ORDER - 1);
                copy.executeUpdate();
            }
            try (Statement statement = connection.createStatement()) {
                for (String service : services) {
                    statement.executeUpdate(BEGIN_BEHIND.formatted(service.replace("-service", "")));
                }
                statement.executeUpdate("DELETE FROM choreography.instance"); // of those that were killed
                statement.execute("ANALYZE events.event");
            }
        }
        services.forEach(stage.processes()::restart);
        stage.processes().awaitReady(READY_WITHIN, name -> {});
    }
}
