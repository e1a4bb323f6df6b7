package dev.troupe.kit;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.correlation.FactReader;
import dev.troupe.kit.correlation.FlowCorrelation;
import dev.troupe.kit.correlation.StoredFactReader;
import dev.troupe.kit.serialization.FactSerializer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;

/** Puts Axon together for one service: its aggregates on a command bus that never leaves the process, and the event store. */
final class AxonWiring {

    private AxonWiring() {}

    static Configuration configure(
            Choreography choreography,
            TroupeSettings settings,
            JdbcTransactions transactions,
            FactSerializer serializer,
            EventStore eventStore) {
        FlowCorrelation correlation = new FlowCorrelation(settings.service() + "/" + settings.version());
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> serializer)
                .configureTransactionManager(c -> transactions)
                .configureEventStore(c -> eventStore)
                .configureCommandBus(c -> commandBus(transactions, correlation))
                .registerComponent(FactReader.class, c -> new StoredFactReader(eventStore));
        choreography.aggregates().forEach(aggregate -> configurer.configureAggregate(aggregate(aggregate)));
        return configurer.buildConfiguration();
    }

    private static CommandBus commandBus(JdbcTransactions transactions, CorrelationDataProvider correlation) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return bus;
    }

    private static <A> AggregateConfigurer<A> aggregate(AggregateType type) {
        @SuppressWarnings("unchecked")
        AggregateConfigurer<A> configurer = AggregateConfigurer.defaultConfiguration((Class<A>) type.type());
        if (type.cached()) {
            configurer.configureCache(c -> new InMemoryCache());
        }
        if (type.snapshotEvery() > 0) {
            configurer.configureSnapshotTrigger(
                    c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), type.snapshotEvery()));
        }
        return configurer;
    }

    /** Keeps aggregates for as long as the process lives; for the few with long streams. */
    private static final class InMemoryCache implements Cache {

        private final Map<Object, Object> entries = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <K, V> @Nullable V get(K key) {
            return (V) entries.get(key);
        }

        @Override
        public void put(Object key, Object value) {
            entries.put(key, value);
        }

        @Override
        public boolean putIfAbsent(Object key, Object value) {
            return entries.putIfAbsent(key, value) == null;
        }

        @Override
        public boolean remove(Object key) {
            return entries.remove(key) != null;
        }

        @Override
        public void removeAll() {
            entries.clear();
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(key);
        }

        @Override
        public <V> void computeIfPresent(Object key, java.util.function.UnaryOperator<V> update) {
            @SuppressWarnings("unchecked")
            java.util.function.BiFunction<Object, Object, Object> change = (k, v) -> update.apply((V) v);
            entries.computeIfPresent(key, change);
        }

        @Override
        public Registration registerCacheEntryListener(EntryListener listener) {
            return () -> true;
        }
    }
}
