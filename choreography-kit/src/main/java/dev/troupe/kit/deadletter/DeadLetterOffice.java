package dev.troupe.kit.deadletter;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.processor.BatchProcessor;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator can do about dead letters: look at them, have them tried again in their order, or drop them with a reason. */
public final class DeadLetterOffice {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final DeadLetters letters;
    private final Collection<BatchProcessor> processors;

    /** The office of a service. */
    public DeadLetterOffice(DeadLetters letters, Collection<BatchProcessor> processors) {
        this.letters = letters;
        this.processors = processors;
    }

    /** All letters in the order in which their events were recorded. */
    public List<DeadLetter> list() {
        return letters.list();
    }

    /** A letter. */
    public DeadLetter show(long id) {
        return letters.find(id)
                .orElseThrow(() -> new Refusal("no-such-dead-letter", 404, "There is no dead letter " + id + "."));
    }

    /** Tries all letters again that wait in the letter's flow, in order, until one fails again; how many were handled. */
    public int retry(long id) {
        DeadLetter letter = show(id);
        return processor(letter).retry(letter.sequence());
    }

    /** Tries all letters again, flow by flow; how many were handled. */
    public int retryAll() {
        int handled = 0;
        for (DeadLetter first : letters.firstOfEachSequence()) {
            handled += processor(first).retry(first.sequence());
        }
        return handled;
    }

    /** Gives a letter up: its event is never handled by its processor. */
    public DeadLetter drop(long id, String reason, String droppedBy) {
        if (reason.isBlank()) {
            throw new Refusal("reason-missing", 400, "Say why the dead letter is dropped; the reason is kept.");
        }
        DeadLetter letter = show(id);
        letters.drop(letter, reason, droppedBy);
        LOG.warn(
                "Dead letter {} ({} of flow {}) was dropped by {}: {}",
                id,
                letter.eventType(),
                letter.sequence(),
                droppedBy,
                reason);
        return letter;
    }

    private BatchProcessor processor(DeadLetter letter) {
        return processors.stream()
                .filter(processor -> processor.name().equals(letter.processor()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no-such-processor",
                        409,
                        "This service has no processor " + letter.processor() + " any more."));
    }
}
