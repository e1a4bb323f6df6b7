package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What the reader of a stream waits for at its end. It is given all events; but it is woken only for those that concern it, and finds the others when it
 * is woken or has waited long enough. Both predicates are asked by other threads, and must be quick.
 *
 * @param types whether any event of the same type as this one may concern the reader; the answer is kept
 * @param events whether this one does
 * @param patience how long it can wait to be woken for one, so that several cost its process one look into the store
 */
public record Concern(
        Predicate<TrackedEventMessage<?>> types, Predicate<TrackedEventMessage<?>> events, Duration patience) {

    /** Each event is waited for, and urgent. */
    public static final Concern EVERYTHING = new Concern(any -> true, any -> true, Duration.ZERO);
}
