package dev.troupe.kit.migration;

import dev.troupe.kit.migration.MigrationRefused.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything in the database that points to an event by its position: tokens and dead letters of all services, projections and shadows. */
final class Pointers {

    private static final String TABLES = """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.columns
            WHERE table_name IN ('token', 'dead_letter', 'dead_letter_history') AND column_name = 'event_id' AND table_schema <> 'choreography'
            ORDER BY 1""";

    private final Connection connection;

    Pointers(Connection connection) {
        this.connection = connection;
    }

    /** The ids of the events pointed to. */
    Set<UUID> targets() throws SQLException {
        Set<UUID> targets = new HashSet<>();
        for (String table : tables()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT DISTINCT event_id::uuid FROM " + table + " WHERE event_id IS NOT NULL")) {
                while (rows.next()) {
                    targets.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return targets;
    }

    /** Points all of them to where the same events are now. */
    void move(Map<UUID, Long> positions) throws SQLException {
        for (UUID target : targets()) {
            if (!positions.containsKey(target)) {
                throw new MigrationRefused(
                        Reason.DIFFERENT, "A service has come to event " + target + ", which is not in the log.");
            }
        }
        for (String table : tables()) {
            move(table, positions);
        }
    }

    private void move(String table, Map<UUID, Long> positions) throws SQLException {
        // By way of negative numbers, lest an old position meet a new one in a unique key.
        try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE " + table + " SET position = -1000 - ? WHERE event_id::uuid = ?");
                Statement turn = connection.createStatement()) {
            for (Map.Entry<UUID, Long> position : positions.entrySet()) {
                update.setLong(1, position.getValue());
                update.setObject(2, position.getKey());
                update.addBatch();
            }
            update.executeBatch();
            turn.execute("UPDATE " + table + " SET position = -1000 - position WHERE position < -1000");
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
