package dev.troupe.kit.state;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** An instance of an aggregate that goes through its events again, with nobody to tell. */
final class Rehearsal<A> {

    private final EventSourcedAggregate<A> aggregate;

    private Rehearsal(EventSourcedAggregate<A> aggregate) {
        this.aggregate = aggregate;
    }

    /** An instance to which nothing has happened yet. */
    static <A> Rehearsal<A> of(Class<A> type, String stream, DomainEventMessage<?> first, Configuration axon) {
        A root = new GenericAggregateFactory<>(type).createAggregateRoot(stream, first);
        return new Rehearsal<>(EventSourcedAggregate.initialize(
                root,
                AnnotatedAggregateMetaModelFactory.inspectAggregate(
                        type, axon.parameterResolverFactory(), axon.handlerDefinition(type)),
                new NobodyListens(),
                NoSnapshotTriggerDefinition.TRIGGER));
    }

    void goThrough(DomainEventMessage<?> event) {
        aggregate.initializeState(DomainEventStream.of(event));
    }

    Map<String, @Nullable Object> fields() {
        return aggregate.invoke(StateFields::of);
    }

    /** Sourcing publishes nothing; if it did, that would be a fault. */
    private static final class NobodyListens implements EventBus {

        @Override
        public void publish(List<? extends EventMessage<?>> events) {
            throw new IllegalStateException("An aggregate published " + events + " while it went through its past");
        }

        @Override
        public Registration subscribe(Consumer<List<? extends EventMessage<?>>> ignored) {
            return () -> true;
        }

        @Override
        public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super EventMessage<?>> ignored) {
            return () -> true;
        }
    }
}
