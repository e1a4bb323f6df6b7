package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.order.OrderService;
import dev.troupe.test.StrictSpringService;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void everyEndpointAnswersItsRoleAlone() throws Exception {
        assertThat(StrictSpringService.mistakes(OrderService.class, "order-service"))
                .isEmpty();
    }
}
