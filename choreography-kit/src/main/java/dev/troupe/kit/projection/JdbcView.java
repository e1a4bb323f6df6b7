package dev.troupe.kit.projection;

import dev.troupe.kit.problem.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads a projection's live table. */
public final class JdbcView<R extends Record> implements View<R> {

    private final DataSource dataSource;
    private final Projection<R> projection;
    private final RowTable<R> table;

    /** The view of a projection. */
    public JdbcView(DataSource dataSource, Projection<R> projection) {
        this.dataSource = dataSource;
        this.projection = projection;
        this.table = new RowTable<>(projection, projection.name());
    }

    @Override
    public Optional<R> find(String key) {
        return read(connection ->
                Optional.ofNullable(table.load(connection, List.of(key)).get(key)));
    }

    @Override
    public Page<R> page(Map<String, String> equalTo, @Nullable String after, int limit) {
        return read(connection -> {
            long asOf = asOfPosition(connection);
            List<R> rows = table.page(connection, equalTo, after, limit + 1);
            boolean more = rows.size() > limit;
            List<R> page = more ? List.copyOf(rows.subList(0, limit)) : rows;
            return new Page<>(page, more ? keyOf(page.getLast()) : null, asOf);
        });
    }

    private String keyOf(R row) {
        return String.valueOf(
                Column.of(projection.rowType().getRecordComponents()[0]).textOf(row));
    }

    private long asOfPosition(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT coalesce(min(position), -1) FROM \"%s\".token".formatted(projection.name()));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw new Refusal("view-unavailable", 503, "The view cannot be read at the moment; try again in a moment.");
        }
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
