package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An UPDATE that has to find each of its rows; if it does not, it fails, and with it the transaction. */
record ChangeOfRows(String update, List<@Nullable String[]> rows) implements SqlPart {

    /** The server stops at a statement that fails, so the statement has to fail by itself: it divides by nought, for want of a better way. */
    @Override
    public String sql() {
        return "WITH changed AS (" + update + " RETURNING 1) SELECT 1 / (count(*) = ?)::integer FROM changed";
    }

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        int parameters = new WriteOfRows(update, rows).bind(statement, before);
        statement.setInt(before + parameters + 1, rows.size());
        return parameters + 1;
    }
}
