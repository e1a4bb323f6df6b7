package dev.troupe.eventstore.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Who was appending at one moment. Transactions are known by their virtual id, not by process: a pooled process starts its next transaction
 * at once, and a prepared transaction has no process.
 */
record AppenderLook(String serverStart, Set<String> appenders) {

    // every look resolves the table's name again, and a table that is gone is an error rather than a table without
    // locks
    private static final String LOOK = """
            SELECT pg_postmaster_start_time()::text, pg_is_in_recovery(), ARRAY(
                SELECT virtualtransaction FROM pg_locks
                WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND relation = CAST(CAST(? AS text) AS regclass))""";

    static AppenderLook at(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, "events.event");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(2)) {
                    throw new EventStoreException(
                            "The event store is read from a standby, where nobody can know which appends are still"
                                    + " open. Point its reader at the primary.");
                }
                return new AppenderLook(row.getString(1), strings(row.getArray(3)));
            }
        }
    }

    private static Set<String> strings(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((String[]) array.getArray()));
    }

    /** Where looks come from. */
    interface Source {
        AppenderLook look(Connection connection) throws SQLException;
    }
}
