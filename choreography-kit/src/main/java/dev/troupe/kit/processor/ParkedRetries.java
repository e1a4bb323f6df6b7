package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.deadletter.LetterRetry;
import dev.troupe.kit.deadletter.RetryOutcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the dead letters of one processor to its handler again, each in a transaction of its own. */
final class ParkedRetries implements LetterRetry {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRetries.class);

    private final BatchHandler handler;
    private final DeadLetters deadLetters;
    private final BatchTransaction transaction;

    ParkedRetries(BatchHandler handler, DeadLetters deadLetters, BatchTransaction transaction) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
    }

    @Override
    public String processor() {
        return handler.name();
    }

    @Override
    public RetryOutcome retry(String flowId, int most, String by) {
        int handled = 0;
        while (handled < most) {
            Optional<DeadLetter> first = first(flowId);
            if (first.isEmpty()) {
                break;
            }
            try {
                handled += transaction.retryFirst(handler, flowId, by) ? 1 : 0;
            } catch (Exception failure) {
                return new RetryOutcome(handled, List.of(failed(first.get(), by, failure)));
            }
        }
        return new RetryOutcome(handled, List.of());
    }

    private RetryOutcome.Failure failed(DeadLetter letter, String by, Exception failure) {
        if (Failures.isOutage(failure)) {
            throw new IllegalStateException("Dead letters cannot be tried now: " + failure.getMessage(), failure);
        }
        String cause = Failures.describe(failure);
        LOG.warn("{}: dead letter {} of {} failed again: {}", processor(), letter.id(), letter.flowId(), cause);
        try {
            transaction.noteFailure(letter, by, failure);
        } catch (Exception e) {
            LOG.warn("{}: that it failed again cannot be written down: {}", processor(), e.getMessage());
        }
        return new RetryOutcome.Failure(letter.id(), cause);
    }

    private Optional<DeadLetter> first(String flowId) {
        try {
            return deadLetters.first(processor(), flowId);
        } catch (SQLException e) {
            throw new IllegalStateException("Dead letters cannot be read: " + e.getMessage(), e);
        }
    }
}
