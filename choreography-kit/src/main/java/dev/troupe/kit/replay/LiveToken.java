package dev.troupe.kit.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a live projection stands. */
final class LiveToken {

    private LiveToken() {}

    /** Up to which position it is folded; -1 if nothing is. */
    static long position(Connection connection, String projection) throws SQLException {
        return query(connection, "SELECT coalesce(min(position), -1) FROM \"%s\".token".formatted(projection));
    }

    /** The same, and live handling waits from now on until the connection's transaction has ended. */
    static long lock(Connection connection, String projection) throws SQLException {
        return query(
                connection, "SELECT position FROM \"%s\".token WHERE segment = 0 FOR UPDATE".formatted(projection));
    }

    private static long query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
