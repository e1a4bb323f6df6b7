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
 * Waits until every transaction that may have drawn a position below one already seen has ended. Each of them holds ROW EXCLUSIVE on the
 * event table from before it draws until after its commit is visible, so the lock table knows them all. Belongs to one connection: when
 * that fails, the watch is worth nothing.
 */
final class AppenderWatch {

    // the OID is looked up by every look, and a table that is gone is an error rather than a table without locks
    private static final String LOOK = """
            SELECT pg_postmaster_start_time()::text, pg_is_in_recovery(), ARRAY(
                SELECT virtualtransaction FROM pg_locks
                WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND relation = CAST(CAST(? AS text) AS regclass))""";

    private final long highestSeen;
    private final String serverStart;
    private final Set<String> open;

    private AppenderWatch(long highestSeen, Look first) {
        this.highestSeen = highestSeen;
        this.serverStart = first.serverStart;
        this.open = first.appenders;
    }

    /** Notes who is appending now. The position was seen, in a committed row, by an earlier statement. */
    static AppenderWatch begin(Connection connection, long highestSeen) throws SQLException {
        return new AppenderWatch(highestSeen, Look.at(connection));
    }

    /** Once this is over, whatever a new snapshot does not show below this position will never appear. */
    long highestSeen() {
        return highestSeen;
    }

    /** Whether all that were noted have ended, as far as known. */
    boolean isOver() {
        return open.isEmpty();
    }

    /** Looks again, and tells whether this watch is still good: it is not after a restart of the server. */
    boolean lookAgain(Connection connection) throws SQLException {
        Look look = Look.at(connection);
        boolean converting = !open.isEmpty();
        open.retainAll(look.appenders);
        if (converting) {
            look.appenders.stream().filter(AppenderWatch::isPrepared).forEach(open::add);
        }
        return look.serverStart.equals(serverStart);
    }

    /** PREPARE TRANSACTION gives a transaction a new name, so a prepared one may be one that was noted under its old name. */
    private static boolean isPrepared(String virtualTransaction) {
        return virtualTransaction.startsWith("-1/");
    }

    private record Look(String serverStart, Set<String> appenders) {

        static Look at(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
                statement.setString(1, "events.event");
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(2)) {
                        throw new EventStoreException(
                                "The event store is read from a standby, where nobody can know which appends are"
                                        + " still open. Point its reader at the primary.");
                    }
                    return new Look(row.getString(1), strings(row.getArray(3)));
                }
            }
        }

        private static Set<String> strings(Array array) throws SQLException {
            return new HashSet<>(Arrays.asList((String[]) array.getArray()));
        }
    }
}
