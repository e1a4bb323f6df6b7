package dev.troupe.kit.processor;

import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.processor.Claims.ClaimLostException;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the events of one segment: reads what is there, hands out batches, and moves the token in each batch's transaction. A batch that
 * fails is rolled back whole and tried again in parts, down to the one event that fails alone; that one is parked, to be tried again by itself
 * if the failure may pass, and the rest goes on.
 */
final class SegmentWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);
    private static final int CONFLICTS_BEFORE_HALVING = 3;
    private static final long IDLE_MILLIS = 250;
    private static final long TOKEN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Claim claim;
    private final BatchHandler handler;
    private final EventSource source;
    private final BatchTransaction transaction;
    private final SetAside setAside;
    private final SegmentProgress progress;
    private final BatchReader reader;
    private final long end;
    private final Backoff backoff = new Backoff();
    private volatile boolean stopped;

    private Position stored;
    private long storedAt = System.nanoTime();

    /**
     * Makes a worker.
     *
     * @param end the position after which it ends by itself; that of an event
     */
    SegmentWorker(
            Claim claim,
            BatchHandler handler,
            EventSource source,
            BatchTransaction transaction,
            SetAside setAside,
            SegmentProgress progress,
            long end) {
        this.claim = claim;
        this.handler = handler;
        this.source = source;
        this.transaction = transaction;
        this.setAside = setAside;
        this.progress = progress;
        this.end = end;
        this.stored = claim.position();
        this.reader = new BatchReader(claim, handler, source, end);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped && stored.value() < end) {
            try (BlockingStream<TrackedEventMessage<?>> stream = source.open(stored, reader.concern())) {
                reader.startAt(stored);
                setAside.recall();
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
        while (!stopped && reader.seen().value() < end) {
            setAside.tryDue();
            List<TrackedEventMessage<?>> batch = reader.next(stream, setAside.millisToNext(IDLE_MILLIS));
            progress.caughtUp(reader.isCaughtUp());
            Position seen = reader.seen();
            if (!batch.isEmpty()) {
                handle(batch, seen);
            } else if (!seen.equals(stored) && System.nanoTime() - storedAt > TOKEN_EVERY_NANOS) {
                advance(List.of(), seen);
            }
            // Only now: whoever asks why nothing came of an event must not be told that it was handled while it is
            // being tried.
            progress.seen(seen.value());
            backoff.reset();
            progress.running();
        }
        if (!reader.seen().equals(stored)) {
            advance(List.of(), reader.seen()); // whoever comes next begins here
        }
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

    /** If it is known which event failed, it is tried alone; otherwise half of the batch is. */
    private void split(List<TrackedEventMessage<?>> batch, Position upTo, Exception failure) throws Exception {
        if (batch.size() == 1) {
            park(batch.getFirst(), upTo, failure);
            return;
        }
        int failed = failure instanceof EventFailedException known ? batch.indexOf(known.event()) : -1;
        int from = failed < 0 ? batch.size() / 2 : failed;
        int to = failed < 0 ? batch.size() : failed + 1;
        handlePart(batch, 0, from, upTo);
        handlePart(batch, from, to, upTo);
        handlePart(batch, to, batch.size(), upTo);
    }

    private void handlePart(List<TrackedEventMessage<?>> batch, int from, int to, Position upTo) throws Exception {
        if (from < to) {
            List<TrackedEventMessage<?>> part = batch.subList(from, to);
            handle(part, to == batch.size() ? upTo : source.positionOf(part.getLast()));
        }
    }

    /** From now on the later events of the flow wait behind this one, and the other flows go on. */
    private void park(TrackedEventMessage<?> event, Position upTo, Exception failure) throws Exception {
        Duration tryAgainIn = RetrySchedule.after(1, failure);
        String flow = handler.sequenceOf(event);
        String what = "%s cannot handle %s of flow %s: %s"
                .formatted(claim, event.getPayloadType().getSimpleName(), flow, Failures.describe(failure));
        transaction.park(claim, handler, event, failure, tryAgainIn, stored, upTo);
        moved(upTo);
        if (tryAgainIn == null) {
            LOG.error("{}. It is parked as a dead letter; later events of this flow wait behind it.", what, failure);
        } else {
            LOG.warn("{}. It is set aside and tried again in {} ms.", what, tryAgainIn.toMillis());
            setAside.look(flow);
        }
    }

    private void advance(List<TrackedEventMessage<?>> batch, Position upTo) throws Exception {
        transaction.run(claim, handler, batch, stored, upTo);
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
        Duration pause = backoff.next();
        progress.retrying(
                backoff.attempts(), Failures.describe(e), Instant.now().plus(pause));
        LOG.warn("{} tries again: {}", claim, Failures.describe(e));
        LOG.debug("{} failed", claim, e);
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
