package dev.troupe.kit.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.troupe.kit.command.LocalCommands;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.telemetry.LogContext;
import dev.troupe.kit.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the jobs and sends the commands of deadlines when they are due, on as many threads as asked for, on any instance. */
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final LocalCommands commands;
    private final JobQueue queue;
    private final Telemetry telemetry;

    /** Makes the runner of a service; it does nothing until it is started. */
    public JobRunner(
            DataSource dataSource,
            String schema,
            String instance,
            int threads,
            List<Job<?>> jobs,
            List<Deadline<?>> deadlines,
            LocalCommands commands,
            JobQueue queue,
            Telemetry telemetry) {
        this.commands = commands;
        this.queue = queue;
        this.telemetry = telemetry;
        List<Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job)));
        deadlines.forEach(deadline -> tasks.add(task(deadline)));
        this.scheduler = Scheduler.create(dataSource, tasks)
                .tableName('"' + schema + "\".scheduled_tasks")
                .serializer(EnvelopeSerializer.INSTANCE)
                .schedulerName(() -> instance)
                .threads(threads)
                .jdbcCustomization(new DueJobs(tasks.stream().map(Task::getName).toList()))
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .enablePriority()
                .build();
    }

    /** Begins to do jobs. */
    public void start() {
        scheduler.start();
    }

    /** Looks for jobs now instead of at the next poll. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    @SuppressWarnings("unchecked")
    private Task<JobEnvelope> task(Job<?> job) {
        Job<Object> any = (Job<Object>) job;
        return Tasks.custom(job.name(), JobEnvelope.class)
                .execute((instance, context) -> attempt(instance, () -> run(any, instance)));
    }

    private Task<JobEnvelope> task(Deadline<?> deadline) {
        return deadlineTask(deadline);
    }

    @SuppressWarnings("unchecked")
    private <D> Task<JobEnvelope> deadlineTask(Deadline<D> deadline) {
        return Tasks.custom(deadline.name(), JobEnvelope.class)
                .execute((instance, context) -> attempt(
                        instance,
                        () -> JobResult.done(deadline.whenDue(
                                FactMapper.get().convertValue(instance.getData().data(), deadline.dataType())))));
    }

    private static JobResult run(Job<Object> job, TaskInstance<JobEnvelope> instance) throws Exception {
        JobEnvelope envelope = instance.getData();
        Object data = FactMapper.get().convertValue(envelope.data(), job.dataType());
        return job.run(
                data, new JobContext(instance.getId(), envelope.flowId(), envelope.attempt(), envelope.requestedAt()));
    }

    private CompletionHandler<JobEnvelope> attempt(TaskInstance<JobEnvelope> instance, Attempt attempt) {
        JobEnvelope envelope = instance.getData();
        Span span = telemetry.start(instance.getTaskName(), SpanKind.CONSUMER, envelope.traceparent());
        span.setAttribute("troupe.flow", envelope.flowId());
        try (Scope scope = span.makeCurrent();
                LogContext logged = LogContext.of(envelope.flowId())) {
            return switch (attempt.run()) {
                case JobResult.Done done -> end(instance, done.commands());
                case JobResult.TryAgain again -> again(envelope, again.after(), again.reason());
            };
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            Duration wait = waitAfter(envelope.attempt());
            LOG.warn(
                    "{} {} failed and is tried again in {} ms: {}",
                    instance.getTaskName(),
                    instance.getId(),
                    wait.toMillis(),
                    e.toString());
            LOG.debug("{} {} failed", instance.getTaskName(), instance.getId(), e);
            return again(envelope, wait, String.valueOf(e.getMessage()));
        } finally {
            span.end();
        }
    }

    private CompletionHandler<JobEnvelope> end(TaskInstance<JobEnvelope> instance, List<Object> outcome) {
        if (outcome.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        JobEnvelope envelope = instance.getData();
        commands.sendFromJob(
                outcome,
                envelope.flowId(),
                envelope.causationId(),
                () -> queue.removeAtCommit(instance.getTaskName(), instance.getId()));
        return (complete, operations) -> {
            // the transaction of the outcome has removed it
        };
    }

    private static CompletionHandler<JobEnvelope> again(JobEnvelope envelope, Duration wait, String reason) {
        return (complete, operations) ->
                operations.reschedule(complete, Instant.now().plus(wait), envelope.after(reason));
    }

    /** From 100 ms on, doubled with each attempt up to half a minute, with jitter. */
    private static Duration waitAfter(int attempt) {
        long longest = Math.min(LONGEST_WAIT.toMillis(), 100L << Math.min(attempt, 12));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private interface Attempt {
        JobResult run() throws Exception;
    }
}
