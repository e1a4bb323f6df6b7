package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.deadletter.DeadLetterDetails.Event;
import dev.troupe.kit.store.EventSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What is in a dead letter: the stored event it points to, with the edited payload if there is one. */
final class LetterContent {

    private final EventSource source;
    private final DeadLetterTable table;

    LetterContent(EventSource source, DeadLetterTable table) {
        this.source = source;
        this.table = table;
    }

    StoredEvent stored(DeadLetter letter) {
        return source.stored(letter.position())
                .orElseThrow(() -> new IllegalStateException(
                        "the event at position " + letter.position() + " is not in the store"));
    }

    /** The event as a processor is given it; empty if upcasters leave nothing of it. */
    Optional<TrackedEventMessage<?>> message(DeadLetter letter) throws SQLException {
        StoredEvent stored = stored(letter);
        return source.message(table.editedPayload(letter.id())
                .map(edited -> stored.withPayload(edited.getBytes(StandardCharsets.UTF_8)))
                .orElse(stored));
    }

    Event event(DeadLetter letter) {
        StoredEvent stored = stored(letter);
        return new Event(
                stored.eventId().toString(),
                stored.position(),
                stored.type(),
                String.valueOf(stored.revision()),
                stored.stream(),
                stored.recordedAt(),
                Json.readObject(stored.metadata()),
                Json.read(stored.payload()));
    }
}
