package dev.troupe.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements with parameters; arrays of text are given as {@code String[]}. */
public final class Sql {

    private Sql() {}

    /** The rows that a query finds, on a connection of its own. */
    public static <T> List<T> query(DataSource source, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (Connection connection = source.getConnection()) {
            return query(connection, sql, row, parameters);
        }
    }

    /** The rows that a query finds. */
    public static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    /** Changes what a statement says; how many rows it changed. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** Reads one row. */
    public interface Row<T> {

        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }
}
