package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.LetterRetry;
import dev.troupe.kit.store.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    private final ParkedRetries retries;
    private final Segments segments;
    private final Instructions instructions = new Instructions();
    private @Nullable Thread coordinator;
    private volatile boolean running;

    /**
     * Makes a processor; it does nothing until it is started.
     *
     * @param schema where its tokens are
     */
    public BatchProcessor(BatchHandler handler, String schema, ProcessorContext context) {
        this.handler = handler;
        this.context = context;
        this.claims = new Claims(
                context.dataSource(),
                context.transactions(),
                schema,
                context.owner(),
                CLAIM_TIMEOUT,
                context.eventsCommitAlong());
        BatchTransaction transaction = new BatchTransaction(context.transactions(), claims, context.deadLetters());
        this.retries = new ParkedRetries(handler, context.deadLetters(), transaction);
        this.segments = new Segments(handler, context, claims, transaction, retries);
    }

    /** Begins to handle events, from the first event of the store on if it never did before. */
    public synchronized void start() {
        if (!running) {
            running = true;
            coordinator = Thread.ofPlatform()
                    .name(handler.name() + "-coordinator")
                    .daemon()
                    .start(this::coordinate);
        }
    }

    /** The processor's name. */
    public String name() {
        return handler.name();
    }

    /** Whether it has been started and not closed. */
    public boolean isRunning() {
        return running;
    }

    /** Tries the processor's dead letters again. */
    public LetterRetry retries() {
        return retries;
    }

    /** How far the segments are that this process works on. */
    public List<SegmentStatus> status() {
        return segments.running().stream().map(RunningSegment::status).toList();
    }

    Collection<RunningSegment> segments() {
        return segments.running();
    }

    String tokenTable() {
        return claims.table();
    }

    /** Gives a segment up, and does not take it again for so long. */
    void release(int segment, Duration notFor) {
        segments.release(segment, notFor);
        ask(() -> true);
    }

    CompletableFuture<Boolean> claim(int segment) {
        return ask(() -> segments.claim(segment));
    }

    CompletableFuture<Boolean> split(int segment) {
        return ask(() -> segments.split(segment));
    }

    CompletableFuture<Boolean> merge(int segment) {
        return ask(() -> segments.merge(segment));
    }

    private CompletableFuture<Boolean> ask(Callable<Boolean> work) {
        return running ? instructions.add(work) : CompletableFuture.completedFuture(false);
    }

    /** May be started again. */
    @Override
    public synchronized void close() {
        Thread thread = coordinator;
        if (running && thread != null) {
            running = false;
            thread.interrupt();
            RunningSegment.join(thread);
            instructions.refuseAll();
            segments.giveUpAll();
        }
    }

    private void coordinate() {
        boolean initialised = false;
        while (running) {
            try {
                if (!initialised) {
                    claims.initialise(handler.name(), handler.segments(), Position.START);
                    segments.countFrom(context.members().ordinalOf(handler.name()));
                    initialised = true;
                }
                segments.keep();
                segments.claimMore();
            } catch (SQLException e) {
                LOG.warn("{} cannot reach its tokens and tries again: {}", handler.name(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{} met a fault of its own and goes on", handler.name(), e);
            }
            try {
                instructions.doNext(COORDINATE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
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
