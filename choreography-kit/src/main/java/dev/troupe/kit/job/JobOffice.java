package dev.troupe.kit.job;

import dev.troupe.kit.database.Sql;
import dev.troupe.kit.problem.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator can do about jobs: see which wait and why, and have one tried now instead of later. */
public final class JobOffice {

    /** At most so many are told at once. */
    public static final int MAX_LIMIT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(JobOffice.class);

    private final DataSource dataSource;
    private final String table;
    private final Set<String> kinds;
    private final Runnable wake;

    /**
     * The office of a service.
     *
     * @param schema the service's schema
     * @param kinds the names of its jobs; deadlines come when they are due and not when somebody wishes
     * @param wake has due jobs looked for at once
     */
    public JobOffice(DataSource dataSource, String schema, Set<String> kinds, Runnable wake) {
        this.dataSource = dataSource;
        this.table = '"' + schema + "\".scheduled_tasks";
        this.kinds = Set.copyOf(kinds);
        this.wake = wake;
    }

    /**
     * What waits, those tried most often first.
     *
     * @param kind only of this kind; of all, deadlines included, if absent
     * @param flowId only of this flow; of all if absent
     */
    public List<WaitingJob> list(@Nullable String kind, @Nullable String flowId, int limit) {
        String sql = """
                SELECT task_name, task_instance, execution_time, priority, picked, data ->> 'flowId' AS flow,
                       (data ->> 'attempt')::int AS attempt, data ->> 'waitingFor' AS waiting_for
                FROM %s CROSS JOIN LATERAL (SELECT convert_from(task_data, 'UTF8')::json AS data) envelope
                WHERE (?::text IS NULL OR task_name = ?) AND (?::text IS NULL OR data ->> 'flowId' = ?)
                ORDER BY attempt DESC, execution_time, task_instance LIMIT ?""".formatted(table);
        try (Connection connection = dataSource.getConnection()) {
            return Sql.query(connection, sql, JobOffice::read, kind, kind, flowId, flowId, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("Jobs cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Has a job tried now.
     *
     * @param by who asks for it
     * @throws Refusal if there is no such job (404), or it is being done (409)
     */
    public void tryNow(String kind, String key, String by) {
        try (Connection connection = dataSource.getConnection()) {
            List<Boolean> picked = kinds.contains(kind)
                    ? Sql.query(
                            connection,
                            "SELECT picked FROM " + table + " WHERE task_name = ? AND task_instance = ?",
                            row -> row.getBoolean(1),
                            kind,
                            key)
                    : List.of();
            if (picked.isEmpty()) {
                throw new Refusal("no-such-job", 404, "No job %s %s waits here.".formatted(kind, key));
            }
            if (!advance(connection, kind, key)) {
                throw new Refusal("job-running", 409, "The job %s %s is being done.".formatted(kind, key));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A job cannot be changed: " + e.getMessage(), e);
        }
        LOG.info("{} had {} {} tried now", by, kind, key);
        wake.run();
    }

    private boolean advance(Connection connection, String kind, String key) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE " + table
                                + " SET execution_time = least(execution_time, now()), version = version + 1"
                                + " WHERE task_name = ? AND task_instance = ? AND NOT picked",
                        kind,
                        key)
                == 1;
    }

    private static WaitingJob read(ResultSet row) throws SQLException {
        return new WaitingJob(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getString("flow"),
                row.getInt("attempt"),
                row.getString("waiting_for"),
                row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                row.getInt("priority"),
                row.getBoolean("picked"));
    }
}
