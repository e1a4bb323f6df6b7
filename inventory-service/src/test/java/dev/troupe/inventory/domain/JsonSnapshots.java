package dev.troupe.inventory.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** An event store in memory that keeps its snapshots as JSON, as a real one does. */
final class JsonSnapshots extends InMemoryEventStorageEngine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        try {
            snapshots.put(
                    snapshot.getAggregateIdentifier(),
                    new Snapshot(snapshot.getSequenceNumber(), JSON.writeValueAsString(snapshot.getPayload())));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.ofNullable(snapshots.get(stream)).map(snapshot -> snapshot.restored(stream));
    }

    Optional<String> json(String stream) {
        return Optional.ofNullable(snapshots.get(stream)).map(Snapshot::json);
    }

    private record Snapshot(long sequence, String json) {

        DomainEventMessage<?> restored(String stream) {
            try {
                return new GenericDomainEventMessage<>(
                        "Warehouse", stream, sequence, JSON.readValue(json, Warehouse.class));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
