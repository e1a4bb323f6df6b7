package dev.troupe.kit;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.command.DecisionCheck;
import dev.troupe.kit.command.KeptAggregates;
import dev.troupe.kit.command.RememberedTargets;
import dev.troupe.kit.command.UpToDateRepository;
import dev.troupe.kit.correlation.FactReader;
import dev.troupe.kit.correlation.FlowCorrelation;
import dev.troupe.kit.correlation.StoredFactReader;
import dev.troupe.kit.serialization.FactSerializer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

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
        bus.registerHandlerInterceptor(new DecisionCheck());
        return bus;
    }

    private static <A> AggregateConfigurer<A> aggregate(AggregateType type) {
        @SuppressWarnings("unchecked")
        Class<A> aggregate = (Class<A>) type.type();
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(c -> new RememberedTargets())
                .configureRepository(c -> new UpToDateRepository<>(
                        EventSourcingRepository.builder(aggregate)
                                .parameterResolverFactory(c.parameterResolverFactory())
                                .handlerDefinition(c.handlerDefinition(aggregate))
                                .repositoryProvider(c::repository)
                                .snapshotTriggerDefinition(snapshots(type, c)),
                        c.eventStore(),
                        new KeptAggregates()));
    }

    private static SnapshotTriggerDefinition snapshots(AggregateType type, Configuration configuration) {
        return type.snapshotEvery() == 0
                ? NoSnapshotTriggerDefinition.INSTANCE
                : new EventCountSnapshotTriggerDefinition(configuration.snapshotter(), type.snapshotEvery());
    }
}
