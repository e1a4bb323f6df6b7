package dev.troupe.eventstore.postgres;

import java.time.Instant;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/** Carries the time of recording through Axon's upcasting, which lets nothing but the token pass. */
record Provenance(EventToken token, Instant recordedAt) implements TrackingToken {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return token.lowerBound(other);
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return token.upperBound(other);
    }

    @Override
    public boolean covers(TrackingToken other) {
        return token.covers(other);
    }

    @Override
    public OptionalLong position() {
        return token.position();
    }
}
