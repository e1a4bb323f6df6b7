package dev.troupe.kit.correlation;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Looks facts up in the event store, be it PostgreSQL or Axon Server. */
public final class StoredFactReader implements FactReader {

    private final EventStore store;

    /** Looks up in the given store. */
    public StoredFactReader(EventStore store) {
        this.store = store;
    }

    @Override
    public <F> Optional<F> first(String stream, Class<F> fact) {
        DomainEventStream events = store.readEvents(stream, 0);
        while (events.hasNext()) {
            Object payload = events.next().getPayload();
            if (fact.isInstance(payload)) {
                return Optional.of(fact.cast(payload));
            }
        }
        return Optional.empty();
    }
}
