package dev.troupe.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.Fact;
import dev.troupe.events.upcast.Fields;
import dev.troupe.events.upcast.Upcaster;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.projection.Projection;

/** One service in two versions, of which the later knows two more revisions of its fact. */
final class Lamps {

    private Lamps() {}

    static Choreography old() {
        return Choreography.of("lamp")
                .vocabulary(Old.class)
                .projection(new OldProjection())
                .build();
    }

    static Choreography upgraded() {
        return Choreography.of("lamp")
                .vocabulary(Upgraded.class)
                .projection(new UpgradedProjection())
                .build();
    }

    record Row(String lampId, int power, String colour) {}

    sealed interface Old {
        @Fact(name = "lamp.lit", terminal = true)
        record Lit(String lampId, int watts) implements Old {}
    }

    /** The second revision added a colour, which old code need not know; the third renamed what old code needs. */
    sealed interface Upgraded {
        @Fact(
                name = "lamp.lit",
                revision = 3,
                upcasters = {LitTo2.class, LitTo3.class},
                terminal = true)
        record Lit(String lampId, int power, String colour) implements Upgraded {}
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
