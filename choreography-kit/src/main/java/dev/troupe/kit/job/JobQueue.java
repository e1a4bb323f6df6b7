package dev.troupe.kit.job;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.serialization.FactMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds jobs and deadlines in the transaction of the batch that asks for them; db-scheduler finds them in its own table. */
public final class JobQueue {

    private final JdbcTransactions transactions;
    private final String insert;
    private final String delete;
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, Job<Object>> jobs = new HashMap<>();
    private volatile Runnable wake = () -> {};

    /**
     * Makes the queue of a service.
     *
     * @param schema the service's schema
     */
    @SuppressWarnings("unchecked")
    public JobQueue(JdbcTransactions transactions, String schema, List<Job<?>> jobs, List<Deadline<?>> deadlines) {
        this.transactions = transactions;
        // A second delivery of the fact must not add a second job, hence DO NOTHING.
        this.insert = """
                INSERT INTO "%s".scheduled_tasks
                  (task_name, task_instance, task_data, execution_time, priority, picked, version, consecutive_failures)
                SELECT task, key, convert_to(data, 'UTF8'), due::timestamptz, urgency::smallint, false, 1, 0
                FROM %s AS entry (task, key, data, due, urgency)
                ON CONFLICT (task_name, task_instance) DO NOTHING""".formatted(schema, JdbcTransactions.rows(5));
        this.delete = """
                DELETE FROM "%s".scheduled_tasks t USING %s AS done (task, key)
                WHERE t.task_name = done.task AND t.task_instance = done.key""".formatted(schema, JdbcTransactions.rows(2));
        jobs.forEach(job -> {
            names.put(job.getClass(), job.name());
            this.jobs.put(job.name(), (Job<Object>) job);
        });
        deadlines.forEach(deadline -> names.put(deadline.getClass(), deadline.name()));
    }

    /** Whom to wake when jobs have been committed. */
    public void onCommitted(Runnable action) {
        wake = action;
    }

    /**
     * The name under which jobs or deadlines of a type are stored.
     *
     * @throws IllegalStateException if the service has no such job; its wiring has to name it
     */
    public String nameOf(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalStateException(
                    type.getSimpleName() + " is not among the jobs and deadlines of this service");
        }
        return name;
    }

    /** How urgent a job of this name and data is. */
    public int priorityOf(String name, Object data) {
        Job<Object> job = jobs.get(name);
        return job == null ? 0 : job.priority(data);
    }

    /** Adds the entries when this thread's transaction commits. */
    public void add(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.writeAtCommit(insert, entries.stream().map(Entry::row).toList());
        Instant now = Instant.now();
        if (entries.stream().anyMatch(entry -> !entry.due().isAfter(now))) {
            transactions.afterCommit(() -> wake.run());
        }
    }

    /** Removes a job or deadline when this thread's transaction commits, which records how it ended. */
    void removeAtCommit(String task, String key) {
        transactions.writeAtCommit(delete, List.<@Nullable String[]>of(new @Nullable String[] {task, key}));
    }

    /** What is stored of a job that a fact asks for. */
    public static String envelope(
            String flowId, String causationId, @Nullable String traceparent, Instant requestedAt, Object data) {
        JobEnvelope envelope = new JobEnvelope(
                flowId,
                causationId,
                traceparent,
                requestedAt,
                0,
                null,
                FactMapper.get().valueToTree(data));
        return new String(EnvelopeSerializer.INSTANCE.serialize(envelope), StandardCharsets.UTF_8);
    }

    /**
     * A job or deadline to add.
     *
     * @param task its kind
     * @param key names it among those of its kind
     * @param due when it is to be done
     * @param priority the higher goes first
     * @param data what is stored of it, as JSON
     */
    public record Entry(String task, String key, Instant due, int priority, String data) {

        private @Nullable String[] row() {
            return new String[] {task, key, data, due.toString(), Integer.toString(priority)};
        }
    }
}
