package dev.troupe.order.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.ChoreographyPart;
import org.springframework.boot.convert.DurationStyle;

/** Tells what order-service contributes, with its default settings. */
public final class OrderPart implements ChoreographyPart {

    @Override
    public Choreography choreography() {
        return OrderServiceWiring.choreographyWith(DurationStyle.detectAndParse(OrderServiceWiring.TIME_OUT));
    }
}
