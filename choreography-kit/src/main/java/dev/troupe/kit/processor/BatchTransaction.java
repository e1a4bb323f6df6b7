package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.eventstore.postgres.RowNotAsExpectedException;
import dev.troupe.kit.database.UnitsOfWork;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.processor.Claims.Claim;
import dev.troupe.kit.processor.Claims.ClaimLostException;
import dev.troupe.kit.store.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One batch, one transaction: what the handler does, the events that follow from it and the token commit together or not at all. */
final class BatchTransaction {

    private final JdbcTransactions transactions;
    private final Claims claims;
    private final DeadLetters deadLetters;

    BatchTransaction(JdbcTransactions transactions, Claims claims, DeadLetters deadLetters) {
        this.transactions = transactions;
        this.claims = claims;
        this.deadLetters = deadLetters;
    }

    void run(Claim claim, BatchHandler handler, List<TrackedEventMessage<?>> batch, Position from, Position to)
            throws Exception {
        moving(claim, batch, () -> {
            List<TrackedEventMessage<?>> free = new ArrayList<>(batch.size());
            for (TrackedEventMessage<?> event : batch) {
                if (!deadLetters.parkBehind(handler.name(), handler.sequenceOf(event), event)) {
                    free.add(event);
                }
            }
            if (!free.isEmpty()) {
                handler.handle(free);
            }
            claims.move(claim, from, to, handler.canBeDoneAgain());
        });
    }

    void park(
            Claim claim,
            BatchHandler handler,
            TrackedEventMessage<?> event,
            Exception failure,
            @Nullable Duration tryAgainIn,
            Position from,
            Position to)
            throws Exception {
        moving(claim, List.of(event), () -> {
            deadLetters.park(handler.name(), handler.sequenceOf(event), event, failure, tryAgainIn);
            claims.move(claim, from, to, false);
        });
    }

    /** Handles the first dead letter of a sequence again; whether there was one. */
    boolean retryFirst(BatchHandler handler, String sequence, String by) throws Exception {
        AtomicBoolean found = new AtomicBoolean();
        inUnitOfWork(
                List.of(),
                () -> found.set(deadLetters.handleFirst(
                        handler.name(), sequence, by, event -> handler.handle(List.of(event)))));
        return found.get();
    }

    /** Writes down that a dead letter failed again, after the transaction in which it did was rolled back. */
    void noteFailure(DeadLetter letter, String by, Exception failure) throws Exception {
        inUnitOfWork(
                List.of(),
                () -> deadLetters.failedAgain(
                        letter, by, failure, RetrySchedule.after(letter.attempts() + 1, failure)));
    }

    private void inUnitOfWork(List<TrackedEventMessage<?>> batch, Work work) throws Exception {
        UnitsOfWork.commit(transactions, batch.isEmpty() ? null : batch.getFirst(), () -> {
            work.run();
            return null;
        });
    }

    /** Like {@link #inUnitOfWork}, for work that moves the token of a claim. */
    private void moving(Claim claim, List<TrackedEventMessage<?>> batch, Work work) throws Exception {
        try {
            inUnitOfWork(batch, work);
        } catch (RowNotAsExpectedException e) {
            throw new ClaimLostException(claim, e);
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
