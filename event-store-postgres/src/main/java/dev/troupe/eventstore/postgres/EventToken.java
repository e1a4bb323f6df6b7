package dev.troupe.eventstore.postgres;

import java.io.Serializable;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer has come: the position of the last event it was given, and that event's id. The id shows when a token is held against
 * a store that is not the one it came from, such as a restored one.
 */
public record EventToken(long globalPosition, UUID eventId) implements TrackingToken, Serializable {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return of(other).globalPosition < globalPosition ? other : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return of(other).globalPosition > globalPosition ? other : this;
    }

    @Override
    public boolean covers(@Nullable TrackingToken other) {
        return other == null || of(other).globalPosition <= globalPosition;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(globalPosition);
    }

    /** The token as one of this store; refuses any other kind with an {@link IllegalArgumentException}. */
    static EventToken of(TrackingToken token) {
        return switch (token) {
            case EventToken own -> own;
            case Provenance provenance -> provenance.token();
            default ->
                throw new IllegalArgumentException("A token of this event store is an EventToken, but this is a "
                        + token.getClass().getSimpleName() + ": " + token);
        };
    }
}
