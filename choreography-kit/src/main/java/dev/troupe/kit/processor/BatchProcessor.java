package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one handler over the event log: claims segments, gives each a thread, keeps the claims alive and takes over what others have
 * left.
 */
public final class BatchProcessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final long COORDINATE_MILLIS = 1_000;

    private final BatchHandler handler;
    private final EventSource source;
    private final Claims claims;
    private final DeadLetters deadLetters;
    private final BatchTransaction transaction;
    private final Map<Integer, Running> running = new ConcurrentHashMap<>();
    private final Thread coordinator;
    private volatile boolean stopped;

    /**
     * Makes a processor; it does nothing until it is started.
     *
     * @param schema where its tokens are
     * @param owner names this process
     */
    public BatchProcessor(
            BatchHandler handler,
            EventSource source,
            DataSource dataSource,
            JdbcTransactions transactions,
            DeadLetters deadLetters,
            String schema,
            String owner) {
        this.handler = handler;
        this.source = source;
        this.claims = new Claims(dataSource, transactions, schema, owner, CLAIM_TIMEOUT);
        this.deadLetters = deadLetters;
        this.transaction = new BatchTransaction(transactions, claims, deadLetters);
        this.coordinator = Thread.ofPlatform()
                .name(handler.name() + "-coordinator")
                .daemon()
                .unstarted(this::coordinate);
    }

    /** Begins to handle events, from the first event of the store on if it never did before. */
    public void start() {
        coordinator.start();
    }

    /** The processor's name. */
    public String name() {
        return handler.name();
    }

    /** Tries the dead letters of a sequence again, in order, until one fails again; how many were handled. */
    public int retry(String sequence) {
        int handled = 0;
        try {
            while (transaction.retryFirst(handler, sequence)) {
                handled++;
            }
        } catch (Exception e) {
            LOG.warn("{}: a dead letter of {} failed again: {}", handler.name(), sequence, Failures.describe(e));
            noteFailure(sequence, e);
        }
        return handled;
    }

    private void noteFailure(String sequence, Exception failure) {
        try {
            deadLetters.failedAgain(handler.name(), sequence, failure);
        } catch (SQLException e) {
            LOG.warn("{}: that it failed again cannot be written down: {}", handler.name(), e.getMessage());
        }
    }

    /** How far the segments are that this process works on. */
    public List<SegmentStatus> status() {
        List<SegmentStatus> status = new ArrayList<>();
        running.forEach((segment, worker) -> {
            SegmentProgress.@Nullable Retry retry = worker.progress.retry();
            status.add(new SegmentStatus(
                    handler.name(),
                    segment,
                    retry == null ? "running" : "retrying",
                    worker.progress.position(),
                    worker.progress.handled(),
                    retry == null ? 0 : retry.attempt(),
                    retry == null ? null : retry.cause()));
        });
        return status;
    }

    @Override
    public void close() {
        stopped = true;
        coordinator.interrupt();
        running.values().forEach(worker -> worker.worker.stop());
        join(coordinator);
        running.values().forEach(this::finish);
        running.clear();
    }

    private void coordinate() {
        boolean initialised = false;
        while (!stopped) {
            try {
                if (!initialised) {
                    claims.initialise(handler.name(), handler.segments(), Position.START);
                    initialised = true;
                }
                keepClaims();
                claimMore();
            } catch (SQLException e) {
                LOG.warn("{} cannot reach its tokens and tries again: {}", handler.name(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} met a fault of its own and goes on", handler.name(), e);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(COORDINATE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void keepClaims() throws SQLException {
        List<Integer> held = claims.extend(handler.name());
        running.forEach((segment, worker) -> {
            if (!held.contains(segment) || !worker.thread.isAlive()) {
                worker.worker.stop();
                if (!worker.thread.isAlive()) {
                    running.remove(segment, worker);
                    finish(worker);
                }
            }
        });
    }

    private void claimMore() throws SQLException {
        while (!stopped) {
            Claim claim = claims.claim(handler.name(), running.keySet()).orElse(null);
            if (claim == null) {
                return;
            }
            deadLetters.recall(handler.name());
            SegmentProgress progress = new SegmentProgress(claim.position().value());
            SegmentWorker worker = new SegmentWorker(claim, handler, source, transaction, deadLetters, progress);
            Thread thread = Thread.ofPlatform()
                    .name(handler.name() + "-" + claim.segment())
                    .daemon()
                    .unstarted(worker);
            running.put(claim.segment(), new Running(claim, worker, thread, progress));
            thread.start();
            LOG.info("{} works from position {} on", claim, claim.position().value());
        }
    }

    private void finish(Running worker) {
        join(worker.thread);
        try {
            claims.release(worker.claim);
        } catch (SQLException e) {
            LOG.debug("{} is not released and will end by itself", worker.claim, e);
        }
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException neverStarted) {
            LOG.trace("{} was never started", thread);
        }
    }

    private record Running(Claim claim, SegmentWorker worker, Thread thread, SegmentProgress progress) {}

    /**
     * How far a segment is.
     *
     * @param state {@code running} or {@code retrying}
     * @param position the last position it has seen
     * @param handled how many events it handled since it was claimed
     * @param attempt which attempt comes next, if it is retrying
     * @param cause what went wrong, if it is retrying
     */
    public record SegmentStatus(
            String processor,
            int segment,
            String state,
            long position,
            long handled,
            int attempt,
            @Nullable String cause) {}
}
