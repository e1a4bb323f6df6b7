package dev.troupe.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.payment.PaymentService;
import dev.troupe.test.StrictSpringService;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void everyEndpointAnswersItsRoleAlone() throws Exception {
        assertThat(StrictSpringService.mistakes(PaymentService.class, "payment-service"))
                .isEmpty();
    }
}
