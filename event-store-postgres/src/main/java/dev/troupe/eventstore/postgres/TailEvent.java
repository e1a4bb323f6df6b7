package dev.troupe.eventstore.postgres;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A settled event that all streams at the tail share: whoever needs it first turns it into messages, for all. */
final class TailEvent {

    private final StoredEvent stored;
    private volatile @Nullable List<TrackedEventMessage<?>> messages;

    TailEvent(StoredEvent stored) {
        this.stored = stored;
    }

    long position() {
        return stored.position();
    }

    String type() {
        return stored.type();
    }

    /** How large it is as it is stored. */
    long bytes() {
        return stored.metadata().length + (long) stored.payload().length;
    }

    List<TrackedEventMessage<?>> messages(EventDecoder decoder) {
        List<TrackedEventMessage<?>> done = messages;
        return done != null ? done : decode(decoder);
    }

    private synchronized List<TrackedEventMessage<?>> decode(EventDecoder decoder) {
        List<TrackedEventMessage<?>> done = messages;
        if (done == null) {
            done = decoder.tracked(Stream.of(stored)).toList();
            messages = done;
        }
        return done;
    }
}
