package dev.troupe.viewer.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.job.JobEnvelope;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What waits in the tables of the services for some flows. */
public record Waiting(List<ParkedLetter> letters, List<WaitingJob> jobs) {

    private static final String READABLE = """
            SELECT table_schema FROM information_schema.tables
            WHERE table_name = ? AND table_schema ~ '^[a-z][a-z_]*$'
              AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT')""";
    private static final String LETTERS =
            "SELECT *, (to_jsonb(d) ->> 'next_try_at')::timestamptz AS next_try FROM \"%s\".dead_letter d WHERE sequence = ANY (?) ORDER BY position";
    private static final String JOBS = """
            SELECT task_name, task_instance, convert_from(task_data, 'UTF8') AS data, execution_time, picked
            FROM "%s".scheduled_tasks
            WHERE convert_from(task_data, 'UTF8')::json ->> 'flowId' = ANY (?) ORDER BY execution_time""";

    /** Looks for what waits for these flows. */
    public static Waiting look(DataSource source, Collection<String> flowIds) throws SQLException {
        Object flows = flowIds.toArray(String[]::new);
        List<ParkedLetter> letters = new ArrayList<>();
        for (String schema : schemasWith(source, "dead_letter")) {
            letters.addAll(Sql.query(source, LETTERS.formatted(schema), row -> letter(schema, row), flows));
        }
        List<WaitingJob> jobs = new ArrayList<>();
        for (String schema : schemasWith(source, "scheduled_tasks")) {
            jobs.addAll(Sql.query(source, JOBS.formatted(schema), row -> job(schema, row), flows));
        }
        return new Waiting(letters, jobs);
    }

    /** How many dead letters each service holds and has given up, by the schema they wait in, such as {@code payment}. */
    public static Map<String, Long> countLetters(DataSource source) throws SQLException {
        Map<String, Long> letters = new TreeMap<>();
        for (String schema : schemasWith(source, "dead_letter")) {
            letters.putAll(Sql.query(
                            source,
                            "SELECT count(*) FROM \"%s\".dead_letter d WHERE to_jsonb(d) ->> 'next_try_at' IS NULL"
                                    .formatted(schema),
                            row -> Map.of(schema, row.getLong(1)))
                    .getFirst());
        }
        return letters;
    }

    /** The first dead letter of a processor in a flow, if there is one. */
    public Optional<ParkedLetter> letter(String service, String processor, String flowId) {
        return letters.stream()
                .filter(letter -> letter.service().equals(service)
                        && letter.processor().equals(processor)
                        && letter.flowId().equals(flowId))
                .findFirst();
    }

    /** The job that an event asked for, or else one of the service in that flow that waits for something. */
    public Optional<WaitingJob> job(String service, String flowId, String causationId) {
        List<WaitingJob> candidates = jobs.stream()
                .filter(job -> job.service().equals(service) && job.flowId().equals(flowId))
                .toList();
        return candidates.stream()
                .filter(job -> job.causationId().equals(causationId))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(job -> job.waitingFor() != null)
                        .findFirst());
    }

    private static List<String> schemasWith(DataSource source, String table) throws SQLException {
        return Sql.query(source, READABLE, row -> row.getString(1), table);
    }

    private static ParkedLetter letter(String schema, ResultSet row) throws SQLException {
        return new ParkedLetter(
                schema,
                row.getLong("id"),
                row.getString("processor"),
                row.getString("sequence"),
                row.getLong("position"),
                row.getString("event_type"),
                row.getString("cause_message"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_try"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static WaitingJob job(String schema, ResultSet row) throws SQLException {
        try {
            JobEnvelope envelope = FactMapper.get().readValue(row.getString("data"), JobEnvelope.class);
            return new WaitingJob(
                    schema,
                    row.getString("task_name"),
                    row.getString("task_instance"),
                    envelope.flowId(),
                    envelope.causationId(),
                    envelope.attempt(),
                    envelope.waitingFor(),
                    row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                    row.getBoolean("picked"));
        } catch (JsonProcessingException e) {
            throw new SQLException("A job of schema " + schema + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
