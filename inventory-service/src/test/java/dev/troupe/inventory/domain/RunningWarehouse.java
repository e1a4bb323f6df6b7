package dev.troupe.inventory.domain;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.serialization.json.JacksonSerializer;

/** A warehouse with one lamp that really handles commands, on an event store in memory. */
final class RunningWarehouse {

    private static final JsonSnapshots STORE = new JsonSnapshots();
    private static final Configuration PLAIN = start(AggregateConfigurer.defaultConfiguration(Warehouse.class));
    private static final Configuration SNAPSHOTTING = start(AggregateConfigurer.defaultConfiguration(Warehouse.class)
            .configureSnapshotTrigger(
                    axon -> new EventCountSnapshotTriggerDefinition(axon.getComponent(Snapshotter.class), 2)));

    private final Configuration axon;
    private final WarehouseId id = new WarehouseId("w-" + UUID.randomUUID());

    private RunningWarehouse(Configuration axon) {
        this.axon = axon;
        handle(new ReceiveStock(id, "first-delivery", List.of(new StockLine(new Sku("LAMP"), 1))));
    }

    /** A new warehouse that always replays all its facts. */
    static RunningWarehouse replaying() {
        return new RunningWarehouse(PLAIN);
    }

    /** A new warehouse that goes on from a snapshot whenever there are two facts more. */
    static RunningWarehouse snapshotting() {
        return new RunningWarehouse(SNAPSHOTTING);
    }

    private static Configuration start(AggregateConfigurer<Warehouse> warehouse) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(warehouse)
                .configureEmbeddedEventStore(axon -> STORE)
                .configureSerializer(axon -> JacksonSerializer.defaultSerializer())
                .start();
    }

    WarehouseId id() {
        return id;
    }

    void handle(WarehouseCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    List<InventoryEvent> events() {
        return STORE.readEvents(id.stream(), 0)
                .asStream()
                .map(event -> (InventoryEvent) event.getPayload())
                .toList();
    }

    /** The last snapshot as JSON. */
    String snapshot() {
        return STORE.json(id.stream()).orElseThrow(() -> new AssertionError("no snapshot was taken"));
    }
}
