package dev.troupe.demo.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the services have left undone.
 *
 * @param deadLetters events that could not be handled, and those that wait behind them
 * @param overdueJobs jobs and deadlines whose time came more than 5 s ago
 * @param laggingTokens segments that have not seen the newest event
 */
public record Remains(List<String> deadLetters, List<String> overdueJobs, List<String> laggingTokens) {

    public Remains {
        deadLetters = List.copyOf(deadLetters);
        overdueJobs = List.copyOf(overdueJobs);
        laggingTokens = List.copyOf(laggingTokens);
    }

    /**
     * Looks into the schemas of all services.
     *
     * @param newest the position of the newest event, whichever store holds it
     */
    public static Remains of(DataSource admin, long newest) throws SQLException {
        try (Connection connection = admin.getConnection()) {
            return new Remains(
                    inEvery(connection, "dead_letter", """
                            SELECT processor || ': ' || event_type || ' of ' || sequence || coalesce(', ' || cause_message, '')
                            FROM %s ORDER BY position"""),
                    inEvery(connection, "scheduled_tasks", """
                            SELECT task_name || ' ' || task_instance || coalesce(', ' || (convert_from(task_data, 'UTF8')::json ->> 'waitingFor'), '')
                            FROM %s WHERE execution_time < now() - interval '5 seconds' ORDER BY execution_time"""),
                    inEvery(connection, "token", """
                            SELECT processor || '[' || segment || '] at ' || position
                            FROM %s WHERE position < """ + newest));
        }
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return deadLetters.isEmpty() && overdueJobs.isEmpty() && laggingTokens.isEmpty();
    }

    private static List<String> inEvery(Connection connection, String table, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String owner : strings(
                connection,
                "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables WHERE table_name = '"
                        + table + "' ORDER BY 1")) {
            found.addAll(strings(connection, sql.formatted(owner)));
        }
        return found;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
