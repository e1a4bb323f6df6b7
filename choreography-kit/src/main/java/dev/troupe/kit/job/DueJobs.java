package dev.troupe.kit.job;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Takes the jobs that are due in one statement. In db-scheduler's own the limit is in a subquery that is planned for the few rows that a queue mostly
 * has; when it has many, the subquery runs once for each of them, and each time takes as many as the limit allows. Here it is a table of its own,
 * which runs once. Jobs that only a newer version of the service knows are left to it.
 *
 * <p>Its commit does not wait for the disk: if a crash takes it back, the jobs are taken again, as they are when the service that took them dies.
 */
final class DueJobs extends PostgreSqlJdbcCustomization {

    private final Object[] names;

    /** Takes the jobs with these names. */
    DueJobs(Collection<String> names) {
        super(false, false);
        this.names = names.toArray();
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext repository, Instant now, int limit, boolean byPriority) {
        String order = byPriority ? "ORDER BY priority DESC, execution_time" : "ORDER BY execution_time";
        return repository.jdbcRunner.query(
                """
                WITH due AS MATERIALIZED (
                    SELECT task_name, task_instance FROM %1$s
                    WHERE NOT picked AND execution_time <= ? AND task_name = ANY (?)
                    %2$s LIMIT ? FOR UPDATE SKIP LOCKED),
                taken AS (
                    UPDATE %1$s t SET picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
                    FROM due WHERE t.task_name = due.task_name AND t.task_instance = due.task_instance
                      AND (SELECT set_config('synchronous_commit', 'off', true)) = 'off'
                    RETURNING t.*)
                SELECT * FROM taken %2$s""".formatted(repository.tableName, order),
                statement -> set(statement, now, limit, repository.schedulerName.getName()),
                repository.resultSetMapper.get());
    }

    private void set(PreparedStatement statement, Instant now, int limit, String takenBy) throws SQLException {
        setInstant(statement, 1, now);
        statement.setArray(2, statement.getConnection().createArrayOf("text", names));
        statement.setInt(3, limit);
        statement.setString(4, takenBy);
        setInstant(statement, 5, now);
    }
}
