package dev.troupe.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.FactMetadata;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.correlation.FlowId;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Stands in for all other services: publishes their facts when a test says so. */
public final class Stage implements AutoCloseable {

    private final ServiceDatabase database;
    private final Telemetry telemetry;
    private final Troupe troupe;

    /** Sets the stage up on the database that the settings name. */
    public Stage(TroupeSettings settings) {
        database = ServiceDatabase.open(settings);
        telemetry = Telemetry.create(settings);
        troupe = Troupe.create(
                settings,
                database,
                telemetry,
                Choreography.of("stage").aggregate(Script.class).build());
        troupe.start();
    }

    /** Publishes facts of one flow. */
    public void play(String flow, Object... facts) {
        troupe.commands().send(new Play(flow, List.of(facts)));
    }

    @Override
    public void close() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    record Play(@FlowId String flow, List<Object> facts) {

        @TargetAggregateIdentifier
        String stream() {
            return Script.streamOf(flow);
        }
    }

    /** The facts of one flow. */
    static class Script {

        @AggregateIdentifier
        @SuppressWarnings("unused") // Axon reads it
        private @Nullable String stream;

        static String streamOf(String flow) {
            return "stage-" + flow;
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Play command) {
            stream = command.stream();
            command.facts().forEach(fact -> apply(fact));
        }

        @EventSourcingHandler
        void on(@SuppressWarnings("unused") Object fact, @MetaDataValue(FactMetadata.CORRELATION_ID) String flow) {
            stream = streamOf(flow);
        }
    }
}
