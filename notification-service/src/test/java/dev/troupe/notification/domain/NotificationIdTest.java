package dev.troupe.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationIdTest {

    @Test
    void anIdSaysWhatItIsAbout() {
        NotificationId id = NotificationId.of(NotificationKind.SHIPMENT_DISPATCHED, new OrderId("o-1"));
        assertThat(id).hasToString("shipment-dispatched-o-1");
        assertThat(id.stream()).isEqualTo("notification-shipment-dispatched-o-1");
    }

    @Test
    void refundsOfDifferentOrdersNeverShareAnId() {
        assertThat(NotificationId.ofRefund(new OrderId("a"), "b-c"))
                .isNotEqualTo(NotificationId.ofRefund(new OrderId("a-b"), "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "order-confirmed", "order-confirmed-", "order-confirmed-o-1\r\nBcc: x", "a-b-c~", "a-b-../c"
            })
    void whatCannotBeAnIdIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NotificationId(text));
    }
}
