package dev.troupe.kit.projection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The table of a projection in one of its schemas, live or shadow.
 *
 * @param <R> the row
 */
public final class RowTable<R extends Record> {

    private static final int MANY = 50;

    private final List<Column> columns;
    private final Constructor<R> constructor;
    private final String table;
    private final String key;
    private final String upsert;
    private final String copy;

    /** The table of a projection in the given schema. */
    public RowTable(Projection<R> projection, String schema) {
        this.columns = Arrays.stream(projection.rowType().getRecordComponents())
                .map(Column::of)
                .toList();
        this.constructor = constructor(projection.rowType());
        this.table = "\"%s\".\"%s\"".formatted(schema, projection.name());
        this.key = projection.keyColumn();
        this.upsert = upsert();
        this.copy = "COPY %s (%s) FROM STDIN"
                .formatted(table, columns.stream().map(Column::name).collect(Collectors.joining(", ")));
    }

    /** The rows of the given keys. */
    public Map<String, R> load(Connection connection, Collection<String> keys) throws SQLException {
        Map<String, R> rows = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM %s WHERE %s = ANY (?)".formatted(table, key))) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray(String[]::new)));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getString(key), read(result));
                }
            }
        }
        return rows;
    }

    /** Writes rows whose keys are not there yet. Many go by COPY, for two round trips instead of one. */
    void add(Connection connection, Collection<R> rows) throws SQLException {
        if (rows.size() < MANY) {
            save(connection, rows);
            return;
        }
        CopyText text = new CopyText();
        rows.forEach(row ->
                text.add(columns.stream().map(column -> column.textOf(row)).toList()));
        PGConnection session = connection.unwrap(PGConnection.class);
        try {
            session.getCopyAPI().copyIn(copy, new ByteArrayInputStream(text.bytes()));
        } catch (IOException e) {
            throw new SQLException("Rows of %s cannot be sent: %s".formatted(table, e.getMessage()), e);
        }
    }

    /** Writes the rows, new or changed, in one statement. */
    public void save(Connection connection, Collection<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                Array values = connection.createArrayOf(
                        "text", rows.stream().map(column::textOf).toArray(String[]::new));
                statement.setArray(i + 1, values);
            }
            statement.executeUpdate();
        }
    }

    /** Removes the rows of the given keys. */
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM %s WHERE %s = ANY (?)".formatted(table, key))) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray(String[]::new)));
            delete.executeUpdate();
        }
    }

    /** A page of rows in the order of their keys. */
    List<R> page(Connection connection, Map<String, String> equalTo, @Nullable String after, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT * FROM " + table + " WHERE true");
        List<String> parameters = new ArrayList<>();
        for (Map.Entry<String, String> filter : equalTo.entrySet()) {
            sql.append(" AND ").append(column(filter.getKey()).name()).append("::text = ?");
            parameters.add(filter.getValue());
        }
        if (after != null) {
            sql.append(" AND ").append(key).append(" > ?");
            parameters.add(after);
        }
        sql.append(" ORDER BY ").append(key).append(" LIMIT ").append(limit);
        List<R> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(read(result));
                }
            }
        }
        return rows;
    }

    private Column column(String component) {
        return columns.stream()
                .filter(column -> column.component().getName().equals(component))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table + " has no column for " + component));
    }

    private R read(ResultSet result) throws SQLException {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(result);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a row of " + table, e);
        }
    }

    private String upsert() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String casts = columns.stream()
                .map(column -> column.name() + "::" + column.sqlType())
                .collect(Collectors.joining(", "));
        String arrays = columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        String changes = columns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(key))
                .map(name -> name + " = EXCLUDED." + name)
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS r (%s) ON CONFLICT (%s) DO %s"
                .formatted(
                        table,
                        names,
                        casts,
                        arrays,
                        names,
                        key,
                        changes.isEmpty() ? "NOTHING" : "UPDATE SET " + changes);
    }

    private static <R extends Record> Constructor<R> constructor(Class<R> type) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " is no record", e);
        }
    }
}
