package dev.troupe.kit.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of a shadow that only make questions quicker, which nobody asks it yet. They are put off until it has caught up: to make one of all
 * rows at once costs less than to keep it up to date with each. Its schema remembers them meanwhile.
 */
final class PutOffIndexes {

    /** The keys stay, by which rows are found and kept apart. */
    private static final String REMEMBER = """
            CREATE TABLE "%1$s".put_off_index AS
            SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
            FROM pg_index i
            WHERE indrelid = '"%1$s"."%2$s"'::regclass AND NOT indisunique
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)""";

    /** A transaction that appends must not take long; this one does not, and of a large table it may. */
    private static final String AS_LONG_AS_IT_TAKES =
            "SELECT set_config('transaction_timeout', '0', true) WHERE current_setting('transaction_timeout', true) IS NOT NULL";

    private final String schema;
    private final String table;

    /**
     * The indexes of a table.
     *
     * @param schema the shadow
     * @param table its rows
     */
    PutOffIndexes(String schema, String table) {
        this.schema = schema;
        this.table = table;
    }

    /** Drops them until they are made. */
    void putOff(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(REMEMBER.formatted(schema, table));
            for (String name : remembered(statement, "name")) {
                statement.execute("DROP INDEX " + name);
            }
        }
    }

    /** Makes those that were put off, in the connection's transaction, however long that takes. */
    void make(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0); // until the pool has it back, which sets its own again
        try (Statement statement = connection.createStatement()) {
            statement.execute(AS_LONG_AS_IT_TAKES);
            for (String definition : remembered(statement, "definition")) {
                statement.execute(definition);
            }
            statement.execute("DROP TABLE IF EXISTS \"%s\".put_off_index".formatted(schema));
        }
    }

    private List<String> remembered(Statement statement, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        if (isAnyPutOff(statement)) {
            try (ResultSet row =
                    statement.executeQuery("SELECT %s FROM \"%s\".put_off_index".formatted(column, schema))) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        }
        return values;
    }

    /** None is in a shadow that an earlier version began. */
    private boolean isAnyPutOff(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT to_regclass('\"%s\".put_off_index') IS NOT NULL".formatted(schema))) {
            return row.next() && row.getBoolean(1);
        }
    }
}
