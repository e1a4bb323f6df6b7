package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides behind which commits a ring is sent: behind each that has events, unless another is about to follow that will tell of both. Should that
 * one fail, the commit after it tells, or whoever waits finds what there is at its next poll.
 */
final class Rings {

    /** Nobody waits for longer because others follow one another closely. */
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final LongSupplier nanoTime;
    private List<NewEvent> untold = new ArrayList<>();
    private long last;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    Rings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong() - MOMENT;
    }

    /** The ring to send behind the commit of these events; nothing if there are none, or it is left to the next. */
    synchronized @Nullable Ring behind(List<NewEvent> events, boolean othersFollow) {
        long now = nanoTime.getAsLong();
        untold.addAll(events);
        if (events.isEmpty() || othersFollow && now - last < MOMENT) {
            return null;
        }
        Ring ring = Ring.about(untold);
        untold = new ArrayList<>();
        last = now;
        return ring;
    }
}
