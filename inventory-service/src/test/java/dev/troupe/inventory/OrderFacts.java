package dev.troupe.inventory;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.events.OrderEvent;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sealed;
import dev.troupe.events.WarehouseId;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.serialization.FactSerializer;
import dev.troupe.test.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells the event store of orders as order-service does. */
public final class OrderFacts implements AutoCloseable {

    private final ServiceDatabase database;
    private final PostgresEventStore store;
    private final Map<OrderId, AtomicLong> lengths = new ConcurrentHashMap<>();

    public OrderFacts(TestDatabase testDatabase) {
        database = ServiceDatabase.open(testDatabase.settings("order-service"));
        store = PostgresEventStore.builder()
                .transactions(database.transactions())
                .reader(database.reader())
                .eventSerializer(new FactSerializer(FactCatalogue.troupe(), List.of()))
                .build();
        store.start();
    }

    public void placed(OrderId order, WarehouseId warehouse, OrderLine... lines) {
        append(List.of(placedOrder(order, warehouse, lines)));
    }

    public static OrderPlaced placedOrder(OrderId order, WarehouseId warehouse, OrderLine... lines) {
        return new OrderPlaced(
                order,
                new CustomerId("customer-1"),
                CustomerTier.STANDARD,
                new Sealed("customer-1", "key-1", "AAAA"),
                "United Kingdom",
                "GBP",
                List.of(lines),
                List.of(lines).stream().mapToLong(OrderLine::totalMinor).sum(),
                Instant.parse("2026-01-31T12:00:00Z"),
                OrderOrigin.API,
                warehouse);
    }

    public void confirmed(OrderId order, WarehouseId warehouse) {
        append(List.of(new OrderConfirmed(order, warehouse)));
    }

    public void cancelled(OrderId order, WarehouseId warehouse) {
        append(List.of(new OrderCancelled(order, warehouse, CancellationReason.CUSTOMER)));
    }

    /** Appends the facts in one transaction. */
    public void append(List<? extends OrderEvent> events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(database.transactions());
        unitOfWork.execute(
                () -> store.publish(events.stream().map(this::message).toList()));
    }

    private DomainEventMessage<?> message(OrderEvent event) {
        return new GenericDomainEventMessage<>(
                "Order",
                event.orderId().stream(),
                lengths.computeIfAbsent(event.orderId(), order -> new AtomicLong())
                        .getAndIncrement(),
                event,
                MetaData.with(FactMetadata.CORRELATION_ID, event.orderId().value()));
    }

    @Override
    public void close() {
        store.shutDown();
        database.close();
    }
}
