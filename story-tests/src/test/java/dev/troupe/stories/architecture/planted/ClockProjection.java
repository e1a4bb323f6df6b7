package dev.troupe.stories.architecture.planted;

import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.projection.Projection;
import java.time.Instant;

/** A projection that comes out different each time. */
class ClockProjection extends Projection<ClockProjection.Row> {

    ClockProjection() {
        super("clock", Row.class);
        on(OrderPlaced.class, placed -> placed.orderId().value(), (row, placed, recorded) -> at(placed, Instant.now()));
    }

    private static Row at(OrderPlaced placed, Instant now) {
        return new Row(placed.orderId().value(), now);
    }

    record Row(String orderId, Instant seenAt) {}
}
