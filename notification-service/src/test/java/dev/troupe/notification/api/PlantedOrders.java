package dev.troupe.notification.api;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.correlation.FlowId;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.TestDatabase;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Stands in for the other services: records whatever facts a test wants in the real event store. */
final class PlantedOrders implements AutoCloseable {

    private final ServiceDatabase database;
    private final Telemetry telemetry;
    private final Troupe troupe;

    PlantedOrders(TestDatabase testDatabase) {
        TroupeSettings settings = testDatabase.settings("order-service");
        database = ServiceDatabase.open(settings);
        telemetry = Telemetry.create(settings);
        troupe = Troupe.create(
                settings,
                database,
                telemetry,
                Choreography.of("planted").aggregate(Stream.class).build());
        troupe.start();
    }

    void happened(String stream, String flow, Object fact) {
        troupe.commands().send(new Happen(stream, flow, fact));
    }

    @Override
    public void close() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    record Happen(
            @TargetAggregateIdentifier String stream,
            @FlowId String flow,
            Object fact) {}

    /** A stream of anything. */
    static class Stream {

        @AggregateIdentifier
        @Nullable
        String id;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Happen command) {
            id = command.stream();
            apply(command.fact());
        }

        @EventSourcingHandler
        void on(@SuppressWarnings("unused") Object fact, DomainEventMessage<?> message) {
            id = id == null ? message.getAggregateIdentifier() : id;
        }
    }
}
