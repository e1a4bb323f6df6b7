package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.Concern;
import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads what a segment is to handle next: whatever is there and concerns it, up to a batch. */
final class BatchReader {

    private static final int BATCH = 128;
    private static final int READ_AT_MOST = 1_000;

    /** What comes within it costs a projection one transaction instead of many, and its process one look into the store. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Claim claim;
    private final BatchHandler handler;
    private final EventSource source;
    private final long end;
    private Position seen;
    private boolean caughtUp;
    private long lastFound = System.nanoTime() - MOMENT.toNanos();

    /** @param end the position after which nothing is read */
    BatchReader(Claim claim, BatchHandler handler, EventSource source, long end) {
        this.claim = claim;
        this.handler = handler;
        this.source = source;
        this.end = end;
        this.seen = claim.position();
    }

    /** The stream has been opened anew, at this position. */
    void startAt(Position position) {
        seen = position;
    }

    /** How far has been read, whether or not it concerned this segment. */
    Position seen() {
        return seen;
    }

    /** Whether the stream had nothing more when it was last read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** What there is to wait for. */
    Concern concern() {
        return new Concern(handler::handles, this::concerns, handler.canBeDoneAgain() ? MOMENT : Duration.ZERO);
    }

    private boolean concerns(TrackedEventMessage<?> event) {
        return handler.handles(event) && claim.matches(handler.sequenceOf(event));
    }

    /** The next events in order; none if there were none in time, or none for this segment. */
    List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream, long waitMillis)
            throws InterruptedException {
        gather();
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        if (stream.hasNextAvailable((int) waitMillis, TimeUnit.MILLISECONDS)) {
            int read = 0;
            do {
                TrackedEventMessage<?> event = stream.nextAvailable();
                seen = source.positionOf(event);
                if (concerns(event)) {
                    batch.add(event);
                }
            } while (seen.value() < end && batch.size() < BATCH && ++read < READ_AT_MOST && stream.hasNextAvailable());
            caughtUp = !stream.hasNextAvailable();
            lastFound = batch.isEmpty() ? lastFound : System.nanoTime();
        } else {
            caughtUp = true;
        }
        return batch;
    }

    /** Nobody waits for a projection to the tenth of a second, and it has nothing to gather while it lags. */
    private void gather() throws InterruptedException {
        if (caughtUp && handler.canBeDoneAgain()) {
            TimeUnit.NANOSECONDS.sleep(lastFound + MOMENT.toNanos() - System.nanoTime());
        }
    }
}
