package dev.troupe.kit.deadletter;

import dev.troupe.events.FactCatalogue;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.deadletter.DeadLetterDetails.Action;
import dev.troupe.kit.store.EventSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The events that could not be handled, and those of the same sequence that wait behind them, as processors see them. A letter points to
 * its event in the store instead of copying it: so it is read through the newest upcasters when it is tried again, and no second copy of its
 * data lies about. Only an edited payload is kept with the letter.
 */
public final class DeadLetters {

    private final EventSource source;
    private final DeadLetterTable table;
    private final DeadLetterHistory history;
    private final LetterContent content;
    /** Sequences that may have a letter; the database is only asked about these. */
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    /**
     * Makes the dead letters of a service.
     *
     * @param schema the service's schema
     */
    public DeadLetters(JdbcTransactions transactions, EventSource source, String schema) {
        this.source = source;
        this.table = new DeadLetterTable(transactions, schema);
        this.history = new DeadLetterHistory(transactions, schema);
        this.content = new LetterContent(source, table);
    }

    /** Learns which sequences of a processor have letters; to be called when a segment is claimed. */
    public void recall(String processor) throws SQLException {
        table.sequences(processor).forEach(sequence -> suspects.add(suspect(processor, sequence)));
    }

    /** Parks an event behind the letters of its sequence, if there are any; whether it did. */
    public boolean parkBehind(String processor, String sequence, TrackedEventMessage<?> event) throws SQLException {
        if (!suspects.contains(suspect(processor, sequence))) {
            return false;
        }
        table.lock(processor, sequence);
        if (!table.any(processor, sequence)) {
            suspects.remove(suspect(processor, sequence));
            return false;
        }
        insert(processor, sequence, event, null, null);
        return true;
    }

    /**
     * Parks an event that cannot be handled.
     *
     * @param tryAgainIn after which time it is tried again by itself; null if only a person can help
     */
    public void park(
            String processor,
            String sequence,
            TrackedEventMessage<?> event,
            Throwable cause,
            @Nullable Duration tryAgainIn)
            throws SQLException {
        table.lock(processor, sequence);
        insert(processor, sequence, event, cause, tryAgainIn);
        suspects.add(suspect(processor, sequence));
    }

    /** The letters of a processor that are tried again by themselves. */
    public List<DeadLetter> tryAgain(String processor) throws SQLException {
        return table.tryAgain(processor);
    }

    /** The letter at the head of a sequence. */
    public Optional<DeadLetter> first(String processor, String sequence) throws SQLException {
        return table.first(processor, sequence);
    }

    /**
     * Handles the letter at the head of a sequence with the given handler and takes it away, in this thread's transaction; whether there
     * was one. If it was to be tried again by itself, so is the one behind it from now on.
     *
     * @param by who asked for it
     */
    public boolean handleFirst(String processor, String sequence, String by, EventConsumer handler) throws Exception {
        table.lock(processor, sequence);
        DeadLetter first = table.first(processor, sequence).orElse(null);
        if (first == null) {
            return false;
        }
        Optional<TrackedEventMessage<?>> event = content.message(first);
        if (event.isPresent()) {
            handler.accept(event.get());
        }
        String edited = table.editedPayload(first.id()).orElse(null);
        table.delete(first.id());
        if (first.nextTryAt() != null) {
            table.tryFirstNow(processor, sequence);
        }
        history.add(first, Action.Kind.HANDLED, by, null, edited);
        return true;
    }

    /**
     * Writes down that a letter failed again, in this thread's transaction.
     *
     * @param by who had it tried
     * @param tryAgainIn after which time it is tried again by itself; null if only a person can help
     */
    public void failedAgain(DeadLetter letter, String by, Throwable cause, @Nullable Duration tryAgainIn)
            throws SQLException {
        table.failedAgain(letter.id(), cause, tryAgainIn);
        history.add(letter, Action.Kind.FAILED_AGAIN, by, Causes.messageOf(cause), null);
    }

    private void insert(
            String processor,
            String sequence,
            TrackedEventMessage<?> event,
            @Nullable Throwable cause,
            @Nullable Duration tryAgainIn)
            throws SQLException {
        table.insert(
                processor,
                sequence,
                source.positionOf(event).value(),
                event.getIdentifier(),
                FactCatalogue.nameOf(event.getPayloadType()),
                cause,
                tryAgainIn);
    }

    private static String suspect(String processor, String sequence) {
        return processor + '\n' + sequence;
    }

    /** Handles an event. */
    public interface EventConsumer {

        /** Handles it, in the thread's transaction. */
        void accept(TrackedEventMessage<?> event) throws Exception;
    }
}
