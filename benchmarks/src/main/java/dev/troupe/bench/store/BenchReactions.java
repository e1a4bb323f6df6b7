package dev.troupe.bench.store;

import dev.troupe.bench.store.Contender.Reactor;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.eventstore.postgres.RecordedEvent;
import dev.troupe.kit.processor.BatchHandler;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Hands events to a reactor in Troupe's processor. */
record BenchReactions(String name, Reactor reactor, PostgresEventStore store, long after) implements BatchHandler {

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public boolean handles(TrackedEventMessage<?> event) {
        return ((RecordedEvent) event).position() > after && event.getPayload() instanceof Happened;
    }

    @Override
    public String sequenceOf(TrackedEventMessage<?> event) {
        return ((Happened) event.getPayload()).flow();
    }

    @Override
    public void handle(List<TrackedEventMessage<?>> events) {
        events.forEach(event -> reactor.on((Happened) event.getPayload(), store::publish));
    }
}
