package dev.troupe.inventory.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InventorySettingsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void goodsStaySetAsideForLongerThanAnOrderMayWait() {
        assertThatThrownBy(() -> new InventorySettings(MINUTE, MINUTE, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("troupe.inventory.reservation-expiry")
                .hasMessageContaining("troupe.order.time-out");
    }

    @Test
    void shipmentsCannotLeaveBeforeTheyAreScheduled() {
        assertThatThrownBy(() -> new InventorySettings(MINUTE, MINUTE.multipliedBy(2), Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("troupe.inventory.dispatch-after");
    }
}
