package dev.troupe.test;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.Fact;
import dev.troupe.events.upcast.Fields;
import dev.troupe.events.upcast.Upcaster;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.correlation.FlowId;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One service in two versions, of which the later knows two more revisions of its fact and publishes the last. */
final class Lamps {

    private Lamps() {}

    static Choreography old() {
        return Choreography.of("lamp")
                .vocabulary(Old.class)
                .vocabulary(Metering.class)
                .aggregate(OldLamp.class)
                .aggregate(Meter.class)
                .reaction(new WhenOldLampLitThenMeter())
                .projection(new OldProjection())
                .build();
    }

    static Choreography upgraded() {
        return Choreography.of("lamp")
                .vocabulary(Upgraded.class)
                .vocabulary(Metering.class)
                .aggregate(UpgradedLamp.class)
                .aggregate(Meter.class)
                .reaction(new WhenUpgradedLampLitThenMeter())
                .projection(new UpgradedProjection())
                .build();
    }

    record Light(@FlowId String lampId, int power) {
        @TargetAggregateIdentifier
        String stream() {
            return "lamp-" + lampId;
        }
    }

    record Measure(@FlowId String lampId, int power) {
        @TargetAggregateIdentifier
        String stream() {
            return "meter-" + lampId;
        }
    }

    record Row(String lampId, int power, String colour) {}

    sealed interface Old {
        @Fact(name = "lamp.lit")
        record Lit(String lampId, int watts) implements Old {}
    }

    /** The second revision added a colour, which old code need not know; the third renamed what old code needs. */
    sealed interface Upgraded {
        @Fact(
                name = "lamp.lit",
                revision = 3,
                upcasters = {LitTo2.class, LitTo3.class})
        record Lit(String lampId, int power, String colour) implements Upgraded {}
    }

    /** Both versions agree on this. */
    sealed interface Metering {
        @Fact(name = "lamp.metered", terminal = true)
        record Metered(String lampId, int power) implements Metering {}
    }

    static class OldLamp {
        @AggregateIdentifier
        @Nullable
        String stream;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Light command) {
            apply(new Old.Lit(command.lampId(), command.power()));
        }

        @EventSourcingHandler
        void on(Old.Lit lit) {
            stream = "lamp-" + lit.lampId();
        }
    }

    static class UpgradedLamp {
        @AggregateIdentifier
        @Nullable
        String stream;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Light command) {
            apply(new Upgraded.Lit(command.lampId(), command.power(), "blue"));
        }

        @EventSourcingHandler
        void on(Upgraded.Lit lit) {
            stream = "lamp-" + lit.lampId();
        }
    }

    /** Counts each time it is told to, so that a fact handled twice shows. */
    static class Meter {
        @AggregateIdentifier
        @Nullable
        String stream;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Measure command) {
            apply(new Metering.Metered(command.lampId(), command.power()));
        }

        @EventSourcingHandler
        void on(Metering.Metered metered) {
            stream = "meter-" + metered.lampId();
        }
    }

    static final class WhenOldLampLitThenMeter implements Reaction<Old.Lit> {
        @Override
        public Then on(Old.Lit lit, FactContext context) {
            return Then.command(new Measure(lit.lampId(), lit.watts()));
        }

        @Override
        public Expectation expects() {
            return Expectation.anyOf(Metering.Metered.class).within(Duration.ofSeconds(5));
        }
    }

    static final class WhenUpgradedLampLitThenMeter implements Reaction<Upgraded.Lit> {
        @Override
        public Then on(Upgraded.Lit lit, FactContext context) {
            return Then.command(new Measure(lit.lampId(), lit.power()));
        }

        @Override
        public Expectation expects() {
            return Expectation.anyOf(Metering.Metered.class).within(Duration.ofSeconds(5));
        }
    }

    /** Adds the colour that all lamps had. */
    public static final class LitTo2 implements Upcaster {
        @Override
        public void upcast(ObjectNode payload) {
            Fields.withDefault(payload, "colour", "white");
        }
    }

    /** Renames watts. */
    public static final class LitTo3 implements Upcaster {
        @Override
        public void upcast(ObjectNode payload) {
            Fields.rename(payload, "watts", "power");
        }
    }

    static final class OldProjection extends Projection<Row> {
        OldProjection() {
            super("lamp_power", Row.class);
            on(Old.Lit.class, Old.Lit::lampId, (row, lit, at) -> new Row(lit.lampId(), lit.watts(), "white"));
        }
    }

    static final class UpgradedProjection extends Projection<Row> {
        UpgradedProjection() {
            super("lamp_power", Row.class);
            on(
                    Upgraded.Lit.class,
                    Upgraded.Lit::lampId,
                    (row, lit, at) -> new Row(lit.lampId(), lit.power(), lit.colour()));
        }
    }
}
