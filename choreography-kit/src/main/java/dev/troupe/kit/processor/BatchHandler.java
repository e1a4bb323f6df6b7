package dev.troupe.kit.processor;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Handles events in batches; a batch is handled in one transaction, which the caller begins and ends. */
public interface BatchHandler {

    /** The processor's name, for ever: tokens are kept under it. */
    String name();

    /** Into how many segments its work is divided. */
    int segments();

    /** Whether an event concerns this handler. */
    boolean handles(TrackedEventMessage<?> event);

    /** What must be handled in order: events of one sequence never overtake one another. */
    String sequenceOf(TrackedEventMessage<?> event);

    /**
     * Whether all it does is in the transaction itself and in the database, so that it may be done again from an older token. Then a commit does
     * not wait for the disk: if the server crashes, the newest batches and the token are taken back together, and are done again.
     */
    default boolean canBeDoneAgain() {
        return false;
    }

    /**
     * Handles events in order.
     *
     * @throws Exception if any of them cannot be handled; then none is, because the transaction is rolled back
     */
    void handle(List<TrackedEventMessage<?>> events) throws Exception;
}
