package dev.troupe.inventory.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InventorySettingsTest {

    @Test
    void shipmentsCannotLeaveBeforeTheyAreScheduled() {
        assertThatThrownBy(() -> new InventorySettings(Duration.ofMinutes(2), Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("troupe.inventory.dispatch-after");
    }
}
