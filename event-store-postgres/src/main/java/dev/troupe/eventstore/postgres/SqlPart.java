package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A statement with its parameters, which can be sent to the database together with others. */
interface SqlPart {

    SqlPart COMMIT = of("COMMIT");

    /** The transaction's COMMIT will not wait for the disk. */
    SqlPart COMMIT_WITHOUT_WAITING = of("SET LOCAL synchronous_commit = off");

    String sql();

    /** Sets its parameters behind those of the parts before it, and tells how many they are. */
    int bind(PreparedStatement statement, int before) throws SQLException;

    /** Sends the parts in one round trip. The server stops at the first that fails; a COMMIT behind it is not reached. */
    static void execute(Connection connection, List<SqlPart> parts) throws SQLException {
        String sql = parts.stream().map(SqlPart::sql).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int before = 0;
            for (SqlPart part : parts) {
                before += part.bind(statement, before);
            }
            statement.execute();
        }
    }

    private static SqlPart of(String sql) {
        return new SqlPart() {
            @Override
            public String sql() {
                return sql;
            }

            @Override
            public int bind(PreparedStatement statement, int before) {
                return 0;
            }
        };
    }
}
