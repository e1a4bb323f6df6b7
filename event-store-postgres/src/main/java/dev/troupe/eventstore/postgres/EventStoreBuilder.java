package dev.troupe.eventstore.postgres;

import javax.sql.DataSource;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;
import org.jspecify.annotations.Nullable;

/** Puts an event store together; transactions, reader and event serializer are needed, the rest has defaults. */
public final class EventStoreBuilder {

    private @Nullable JdbcTransactions transactions;
    private @Nullable DataSource reader;
    private @Nullable Serializer eventSerializer;
    private @Nullable Serializer snapshotSerializer;
    private EventUpcaster upcasterChain = NoOpEventUpcaster.INSTANCE;
    private SnapshotFilter snapshotFilter = SnapshotFilter.allowAll();
    private EventBusSpanFactory spanFactory = DefaultEventBusSpanFactory.builder()
            .spanFactory(NoOpSpanFactory.INSTANCE)
            .build();
    private MessageMonitor<? super EventMessage<?>> messageMonitor = NoOpMessageMonitor.INSTANCE;
    private EventStoreMetrics metrics = EventStoreMetrics.NONE;

    EventStoreBuilder() {}

    /** Where events are appended and aggregates are loaded. */
    public EventStoreBuilder transactions(JdbcTransactions value) {
        transactions = value;
        return this;
    }

    /** Connections of a role that cannot append, to the primary; one of them is kept, one more is used now and then per stream. */
    public EventStoreBuilder reader(DataSource value) {
        reader = value;
        return this;
    }

    /** Writes JSON, and names types as they shall be called for ever. */
    public EventStoreBuilder eventSerializer(Serializer value) {
        eventSerializer = value;
        return this;
    }

    /** Writes JSON; the event serializer by default. */
    public EventStoreBuilder snapshotSerializer(Serializer value) {
        snapshotSerializer = value;
        return this;
    }

    public EventStoreBuilder upcasterChain(EventUpcaster value) {
        upcasterChain = value;
        return this;
    }

    public EventStoreBuilder snapshotFilter(SnapshotFilter value) {
        snapshotFilter = value;
        return this;
    }

    public EventStoreBuilder spanFactory(EventBusSpanFactory value) {
        spanFactory = value;
        return this;
    }

    public EventStoreBuilder messageMonitor(MessageMonitor<? super EventMessage<?>> value) {
        messageMonitor = value;
        return this;
    }

    public EventStoreBuilder metrics(EventStoreMetrics value) {
        metrics = value;
        return this;
    }

    /** The event store, which starts by itself when the first stream is opened, or when Axon starts. */
    public PostgresEventStore build() {
        return new PostgresEventStore(this, buildEngine());
    }

    /** The storage engine alone, for a store of another kind. */
    public PostgresEventStorageEngine buildEngine() {
        return new PostgresEventStorageEngine(this);
    }

    JdbcTransactions transactions() {
        return required(transactions, "transactions");
    }

    DataSource reader() {
        return required(reader, "reader");
    }

    Serializer eventSerializer() {
        return required(eventSerializer, "eventSerializer");
    }

    Serializer snapshotSerializer() {
        return snapshotSerializer == null ? eventSerializer() : snapshotSerializer;
    }

    EventUpcaster upcasterChain() {
        return upcasterChain;
    }

    SnapshotFilter snapshotFilter() {
        return snapshotFilter;
    }

    EventBusSpanFactory spanFactory() {
        return spanFactory;
    }

    MessageMonitor<? super EventMessage<?>> messageMonitor() {
        return messageMonitor;
    }

    EventStoreMetrics metrics() {
        return metrics;
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new AxonConfigurationException("The PostgreSQL event store needs its " + name + " to be set");
        }
        return value;
    }
}
