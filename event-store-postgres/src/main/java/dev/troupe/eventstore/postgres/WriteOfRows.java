package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement for rows that commit with events: it takes an array of texts for every column, so that it is the same statement for any number
 * of rows, of one transaction or of several.
 */
record WriteOfRows(String sql, List<@Nullable String[]> rows) implements SqlPart {

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        int columns = rows.getFirst().length;
        for (int i = 0; i < columns; i++) {
            int column = i;
            Object[] values = rows.stream().map(row -> row[column]).toArray();
            statement.setArray(before + i + 1, statement.getConnection().createArrayOf("text", values));
        }
        return columns;
    }
}
