package dev.troupe.payment.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.ChoreographyPart;
import org.springframework.boot.convert.DurationStyle;

/** Tells what payment-service contributes, with its default settings. */
public final class PaymentPart implements ChoreographyPart {

    @Override
    public Choreography choreography() {
        return PaymentServiceWiring.withoutJobs(DurationStyle.detectAndParse(PaymentServiceWiring.TIME_OUT))
                .build();
    }
}
