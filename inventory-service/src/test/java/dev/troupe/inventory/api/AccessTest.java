package dev.troupe.inventory.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.inventory.InventoryService;
import dev.troupe.test.StrictSpringService;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void everyEndpointAnswersItsRoleAlone() throws Exception {
        assertThat(StrictSpringService.mistakes(InventoryService.class, "inventory-service"))
                .isEmpty();
    }
}
