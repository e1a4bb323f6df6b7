package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.LetterRetry;
import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.store.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one handler over the event log: claims the segments that are dealt to this process, gives each a thread, keeps the claims alive, and
 * hands over what is another's when processes come and go.
 */
public final class BatchProcessor implements AutoCloseable {

    /** How long a claim, and the word of a process that it is alive, lasts. */
    public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);
    private static final long COORDINATE_MILLIS = 1_000;

    private final BatchHandler handler;
    private final ProcessorContext context;
    private final Claims claims;
    private final BatchTransaction transaction;
    private final ParkedRetries retries;
    private final Map<Integer, RunningSegment> running = new ConcurrentHashMap<>();
    private final Thread coordinator;
    private volatile boolean stopped;

    /**
     * Makes a processor; it does nothing until it is started.
     *
     * @param schema where its tokens are
     */
    public BatchProcessor(BatchHandler handler, String schema, ProcessorContext context) {
        this.handler = handler;
        this.context = context;
        this.claims = new Claims(context.dataSource(), context.transactions(), schema, context.owner(), CLAIM_TIMEOUT);
        this.transaction = new BatchTransaction(context.transactions(), claims, context.deadLetters());
        this.retries = new ParkedRetries(handler, context.deadLetters(), transaction);
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

    /** Tries the processor's dead letters again. */
    public LetterRetry retries() {
        return retries;
    }

    /** How far the segments are that this process works on. */
    public List<SegmentStatus> status() {
        return running.values().stream().map(RunningSegment::status).toList();
    }

    @Override
    public void close() {
        stopped = true;
        coordinator.interrupt();
        running.values().forEach(RunningSegment::stop);
        RunningSegment.join(coordinator);
        running.values().forEach(this::finish);
        running.clear();
    }

    private void coordinate() {
        @Nullable Integer ordinal = null;
        while (!stopped) {
            try {
                if (ordinal == null) {
                    claims.initialise(handler.name(), handler.segments(), Position.START);
                    ordinal = context.members().ordinalOf(handler.name());
                }
                keepClaims(ordinal);
                claimMore(ordinal);
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

    /** A segment is given back only when its thread has ended, so that the next one begins where this one stopped. */
    private void keepClaims(int ordinal) throws SQLException {
        List<Integer> held = claims.extend(handler.name());
        running.forEach((segment, worked) -> {
            if (!held.contains(segment) || !context.members().mine(ordinal + segment)) {
                worked.stop();
            }
            if (worked.hasEnded()) {
                running.remove(segment, worked);
                finish(worked);
            }
        });
    }

    private void claimMore(int ordinal) throws SQLException {
        for (int segment : claims.free(handler.name(), running.keySet())) {
            if (!stopped && context.members().mine(ordinal + segment)) {
                Claim claim = claims.claim(handler.name(), segment).orElse(null);
                if (claim != null) {
                    work(claim);
                }
            }
        }
    }

    private void work(Claim claim) throws SQLException {
        context.deadLetters().recall(handler.name());
        SegmentProgress progress = new SegmentProgress(claim.position().value());
        SetAside setAside = new SetAside(claim, context.deadLetters(), retries);
        SegmentWorker worker = new SegmentWorker(claim, handler, context.source(), transaction, setAside, progress);
        running.put(claim.segment(), RunningSegment.start(claim, worker, progress, setAside));
        LOG.info("{} works from position {} on", claim, claim.position().value());
    }

    private void finish(RunningSegment worked) {
        RunningSegment.join(worked.thread());
        try {
            claims.release(worked.claim());
        } catch (SQLException e) {
            LOG.debug("{} is not released and will end by itself", worked.claim(), e);
        }
    }

    /**
     * How far a segment is.
     *
     * @param state {@code running}, or {@code retrying} if it can handle nothing at the moment
     * @param position the last position it has seen
     * @param handled how many events it handled since it was claimed
     * @param attempt which attempt comes next, if it is retrying
     * @param cause what went wrong, if it is retrying
     * @param nextTryAt when that attempt comes, if it is retrying
     * @param flows the flows that are being retried while all others go on; the oldest few
     */
    public record SegmentStatus(
            String processor,
            int segment,
            String state,
            long position,
            long handled,
            int attempt,
            @Nullable String cause,
            @Nullable Instant nextTryAt,
            List<FlowRetry> flows) {

        @SuppressWarnings("NullAway") // what an older version has written names no flows
        public SegmentStatus {
            flows = flows == null ? List.of() : List.copyOf(flows);
        }

        /**
         * A flow whose first event failed for a reason that may pass.
         *
         * @param attempt which attempt comes next
         * @param nextTryAt when that attempt comes
         */
        public record FlowRetry(
                String flowId,
                String eventType,
                int attempt,
                @Nullable String cause,
                @Nullable Instant nextTryAt) {}
    }
}
