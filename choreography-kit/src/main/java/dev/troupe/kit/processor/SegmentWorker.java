package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.processor.Claims.ClaimLostException;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the events of one segment: reads what is there, hands out batches, and moves the token in each batch's transaction. A batch that
 * fails is rolled back whole and tried again in halves, down to the one event that fails alone; that one is parked and the rest goes on.
 */
final class SegmentWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);
    private static final int BATCH = 128;
    private static final int CONFLICTS_BEFORE_HALVING = 3;
    private static final long IDLE_MILLIS = 250;
    private static final long TOKEN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Claim claim;
    private final BatchHandler handler;
    private final EventSource source;
    private final BatchTransaction transaction;
    private final DeadLetters deadLetters;
    private final SegmentProgress progress;
    private final Backoff backoff = new Backoff();
    private volatile boolean stopped;

    private Position stored;
    private Position seen;
    private long storedAt = System.nanoTime();

    SegmentWorker(
            Claim claim,
            BatchHandler handler,
            EventSource source,
            BatchTransaction transaction,
            DeadLetters deadLetters,
            SegmentProgress progress) {
        this.claim = claim;
        this.handler = handler;
        this.source = source;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.stored = claim.position();
        this.seen = claim.position();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (BlockingStream<TrackedEventMessage<?>> stream = source.open(stored)) {
                seen = stored;
                follow(stream);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ClaimLostException e) {
                LOG.info("{}", e.getMessage());
                return;
            } catch (Exception e) {
                if (!pauseAfter(e)) {
                    return;
                }
            }
        }
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> stream) throws Exception {
        while (!stopped) {
            List<TrackedEventMessage<?>> batch = next(stream);
            if (!batch.isEmpty()) {
                handle(batch, seen);
                backoff.reset();
                progress.running();
            } else if (!seen.equals(stored) && System.nanoTime() - storedAt > TOKEN_EVERY_NANOS) {
                advance(List.of(), seen);
            }
            // Only now: whoever asks why nothing came of an event must not be told that it was handled while it is
            // being tried.
            progress.seen(seen.value());
        }
    }

    private List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        if (stream.hasNextAvailable((int) IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            int read = 0;
            do {
                TrackedEventMessage<?> event = stream.nextAvailable();
                seen = source.positionOf(event);
                if (handler.handles(event) && claim.matches(handler.sequenceOf(event))) {
                    batch.add(event);
                }
            } while (batch.size() < BATCH && ++read < 1_000 && stream.hasNextAvailable());
        }
        return batch;
    }

    private void handle(List<TrackedEventMessage<?>> batch, Position upTo) throws Exception {
        int conflicts = 0;
        while (true) {
            try {
                advance(batch, upTo);
                return;
            } catch (ClaimLostException e) {
                throw e;
            } catch (Exception e) {
                if (Failures.isOutage(e)) {
                    throw e;
                }
                if (!Failures.isConflict(e) || ++conflicts > CONFLICTS_BEFORE_HALVING) {
                    split(batch, upTo, e);
                    return;
                }
            }
        }
    }

    private void split(List<TrackedEventMessage<?>> batch, Position upTo, Exception failure) throws Exception {
        if (batch.size() == 1) {
            handleAlone(batch.getFirst(), upTo, failure);
            return;
        }
        int half = batch.size() / 2;
        List<TrackedEventMessage<?>> first = batch.subList(0, half);
        handle(first, source.positionOf(first.getLast()));
        handle(batch.subList(half, batch.size()), upTo);
    }

    private void handleAlone(TrackedEventMessage<?> event, Position upTo, Exception failure) throws Exception {
        Exception last = failure;
        while (Failures.isConflict(last) && backoff.attempts() < Backoff.ATTEMPTS_BEFORE_PARKING) {
            progress.retrying(backoff.attempts() + 1, Failures.describe(last));
            backoff.pause();
            try {
                advance(List.of(event), upTo);
                return;
            } catch (ClaimLostException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
        }
        park(event, upTo, last);
    }

    private void park(TrackedEventMessage<?> event, Position upTo, Exception failure) throws Exception {
        LOG.error(
                "{} cannot handle {} of flow {}: {}. It is parked as a dead letter; later events of this flow wait behind it.",
                claim,
                event.getPayloadType().getSimpleName(),
                handler.sequenceOf(event),
                Failures.describe(failure),
                failure);
        transaction.park(claim, handler, event, failure, stored, upTo);
        moved(upTo);
    }

    private void advance(List<TrackedEventMessage<?>> batch, Position upTo) throws Exception {
        transaction.run(claim, handler, deadLetters, batch, stored, upTo);
        moved(upTo);
        progress.handled(batch.size());
    }

    private void moved(Position upTo) {
        stored = upTo;
        storedAt = System.nanoTime();
    }

    /** Waits before the next attempt; false if the thread is to end. */
    private boolean pauseAfter(Exception e) {
        if (stopped) {
            return false;
        }
        progress.retrying(backoff.attempts() + 1, Failures.describe(e));
        LOG.warn("{} tries again: {}", claim, Failures.describe(e));
        LOG.debug("{} failed", claim, e);
        try {
            backoff.pause();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
