package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.kit.processor.Claims.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows of one segment whose first event failed for a reason that may pass. They wait as dead letters and are tried again when their
 * time has come, between batches, so that all other flows go on meanwhile.
 */
final class SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final String ITSELF = "automatic retry";

    private final Claim claim;
    private final DeadLetters deadLetters;
    private final ParkedRetries retries;
    private final Map<String, DeadLetter> waiting = new ConcurrentHashMap<>();

    SetAside(Claim claim, DeadLetters deadLetters, ParkedRetries retries) {
        this.claim = claim;
        this.deadLetters = deadLetters;
        this.retries = retries;
    }

    /** Takes over what whoever had the segment before has left. */
    void recall() throws SQLException {
        for (DeadLetter letter : deadLetters.tryAgain(claim.processor())) {
            if (claim.matches(letter.flowId())) {
                waiting.put(letter.flowId(), letter);
            }
        }
    }

    /** Looks again at a flow one of whose events has just been parked. */
    void look(String flowId) throws SQLException {
        Optional<DeadLetter> first = deadLetters.first(claim.processor(), flowId);
        if (first.isPresent() && first.get().nextTryAt() != null) {
            waiting.put(flowId, first.get());
        } else {
            waiting.remove(flowId);
        }
    }

    /** Tries those whose time has come. */
    void tryDue() throws SQLException {
        Instant now = Instant.now();
        for (DeadLetter letter : List.copyOf(waiting.values())) {
            if (!dueAt(letter).isAfter(now)) {
                tryAgain(letter.flowId());
            }
        }
    }

    /** How long until the next one's time has come, but at most so long. */
    long millisToNext(long most) {
        Instant now = Instant.now();
        return waiting.values().stream()
                .mapToLong(letter ->
                        Math.max(0, Duration.between(now, dueAt(letter)).toMillis()))
                .reduce(most, Math::min);
    }

    /** Those that wait, for whoever wants to see them. */
    Collection<DeadLetter> waiting() {
        return waiting.values();
    }

    private void tryAgain(String flowId) throws SQLException {
        Optional<DeadLetter> first = deadLetters.first(claim.processor(), flowId);
        if (first.isEmpty() || first.get().nextTryAt() == null) {
            waiting.remove(flowId);
            return;
        }
        RetryOutcome outcome = retries.retry(flowId, Integer.MAX_VALUE, ITSELF);
        LOG.info("{} tried flow {} again: {} events handled", claim, flowId, outcome.handled());
        look(flowId);
    }

    private static Instant dueAt(DeadLetter letter) {
        return Objects.requireNonNull(
                letter.nextTryAt(), "only letters that are tried again by themselves are set aside");
    }
}
