package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.deadletter.DeadLetterDetails.Action;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.store.EventSource;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator can do about dead letters: look at them, edit what is in them, have them tried again in their order, or drop them. Who did
 * what and why is kept.
 */
public final class DeadLetterOffice {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final JdbcTransactions transactions;
    private final DeadLetterTable table;
    private final DeadLetterHistory history;
    private final LetterContent content;
    private final PayloadEdit edits;
    private final Collection<LetterRetry> retries;

    /**
     * The office of a service.
     *
     * @param schema the service's schema
     * @param retries one for each processor
     */
    public DeadLetterOffice(
            JdbcTransactions transactions, EventSource source, String schema, Collection<LetterRetry> retries) {
        this.transactions = transactions;
        this.table = new DeadLetterTable(transactions, schema);
        this.history = new DeadLetterHistory(transactions, schema);
        this.content = new LetterContent(source, table);
        this.edits = new PayloadEdit(source);
        this.retries = retries;
    }

    /** Letters in the order in which they were parked. */
    public DeadLetterPage list(DeadLetterQuery wanted) {
        List<DeadLetter> found = inTransaction(() -> table.page(wanted, wanted.limit() + 1));
        return found.size() <= wanted.limit()
                ? new DeadLetterPage(found, null)
                : new DeadLetterPage(
                        found.subList(0, wanted.limit()),
                        found.get(wanted.limit() - 1).id());
    }

    /** A letter with everything there is to know of it. */
    public DeadLetterDetails show(long id) {
        return inTransaction(() -> details(find(id)));
    }

    /** Tries a letter again; it must be the first of its flow. */
    public RetryOutcome retry(long id, String by) {
        DeadLetter letter = inTransaction(() -> {
            DeadLetter found = find(id);
            DeadLetter first = table.first(found.processor(), found.flowId()).orElse(found);
            if (first.id() != id) {
                throw new Refusal(
                        "earlier-letter-waits",
                        409,
                        "Dead letter %d waits behind %d of the same flow; try that one first, or the whole sequence."
                                .formatted(id, first.id()));
            }
            return found;
        });
        return retryOf(letter).retry(letter.flowId(), 1, by);
    }

    /** Tries all letters again that wait in the letter's flow, in order, until one fails again. */
    public RetryOutcome retrySequence(long id, String by) {
        DeadLetter letter = inTransaction(() -> find(id));
        return retryOf(letter).retry(letter.flowId(), Integer.MAX_VALUE, by);
    }

    /** Tries all letters again, flow by flow, each in order until one fails again. */
    public RetryOutcome retryAll(String by) {
        RetryOutcome outcome = RetryOutcome.NOTHING;
        for (DeadLetter first : inTransaction(table::firstOfEachSequence)) {
            outcome = outcome.and(retryOf(first).retry(first.flowId(), Integer.MAX_VALUE, by));
        }
        return outcome;
    }

    /**
     * Gives a letter another payload, which is used when it is tried again; the event itself stays as it is.
     *
     * @param payload the whole payload, in the form of the stored one
     */
    public DeadLetterDetails edit(long id, @Nullable Map<String, Object> payload, @Nullable String reason, String by) {
        String why = required(reason);
        DeadLetterDetails edited = inTransaction(() -> {
            DeadLetter letter = locked(id);
            String checked = edits.checked(content.stored(letter), payload);
            table.edit(id, checked);
            history.add(letter, Action.Kind.EDITED, by, why, checked);
            return details(find(id));
        });
        LOG.warn("Dead letter {} was edited by {}: {}", id, by, why);
        return edited;
    }

    /** Gives a letter up: its event is never handled by its processor. */
    public DeadLetter drop(long id, @Nullable String reason, String by) {
        String why = required(reason);
        DeadLetter dropped = inTransaction(() -> {
            DeadLetter letter = locked(id);
            table.delete(id);
            history.add(letter, Action.Kind.DROPPED, by, why, null);
            return letter;
        });
        LOG.warn(
                "Dead letter {} ({} of flow {}) was dropped by {}: {}",
                id,
                dropped.eventType(),
                dropped.flowId(),
                by,
                why);
        return dropped;
    }

    private DeadLetterDetails details(DeadLetter letter) throws SQLException {
        return new DeadLetterDetails(
                letter,
                content.event(letter),
                table.editedPayload(letter.id()).map(Json::read).orElse(null),
                table.countBehind(letter),
                history.of(letter.id()));
    }

    private DeadLetter find(long id) throws SQLException {
        DeadLetter letter = table.find(id).orElse(null);
        if (letter == null) {
            throw new Refusal("no-such-dead-letter", 404, "There is no dead letter " + id + lastDone(id) + ".");
        }
        return letter;
    }

    /** Nobody else does anything about the letter's flow until this thread's transaction has ended. */
    private DeadLetter locked(long id) throws SQLException {
        DeadLetter letter = find(id);
        table.lock(letter.processor(), letter.flowId());
        return find(id);
    }

    private String lastDone(long id) throws SQLException {
        List<Action> actions = history.of(id);
        return actions.isEmpty()
                ? ""
                : " any more: it was %s by %s"
                        .formatted(
                                actions.getLast().kind() == Action.Kind.DROPPED ? "dropped" : "handled",
                                actions.getLast().by());
    }

    private static String required(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason-missing", 400, "Say why; the reason is kept with your name.");
        }
        return reason.strip();
    }

    private LetterRetry retryOf(DeadLetter letter) {
        return retries.stream()
                .filter(retry -> retry.processor().equals(letter.processor()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no-such-processor",
                        409,
                        "This service has no processor " + letter.processor() + " any more."));
    }

    private <T> T inTransaction(Callable<T> work) {
        try {
            return transactions.inTransaction(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Dead letters cannot be read or changed: " + e.getMessage(), e);
        }
    }
}
