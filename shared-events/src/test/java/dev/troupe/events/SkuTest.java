package dev.troupe.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

    @ParameterizedTest
    @ValueSource(strings = {"85123A", "gift_0001_20", "BANK CHARGES", "POST", "a", "-1", "Größe/42 (rot)"})
    void aShopsOwnNameForItsGoodsIsAccepted(String value) {
        assertThat(new Sku(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " A", "A ", "A\tB", "A\nB", "A\u0000", "A\u00a0B", "A\u200bB"})
    void whatCannotBePrintedOrSeenIsRefused(String value) {
        assertThatThrownBy(() -> new Sku(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1000})
    void aTextIsRefusedAsAName(int length) {
        assertThatThrownBy(() -> new Sku("A".repeat(length))).isInstanceOf(IllegalArgumentException.class);
    }
}
