package dev.troupe.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.kit.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "9b2f", "two words", "\"quoted\"", "~!@#$%^&*()"})
    void whatCanBePrintedIsAKey(String key) {
        assertThat(IdempotencyKey.of(key)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\tb", "a\u0000b", "caf\u00e9"})
    void anythingElseIsRefused(String key) {
        assertThatThrownBy(() -> IdempotencyKey.of(key))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void aKeyHasAtMostTwoHundredCharacters() {
        assertThat(IdempotencyKey.of("k".repeat(200))).isPresent();
        assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(201))).isInstanceOf(Refusal.class);
    }

    @Test
    void noKeyIsNoKey() {
        assertThat(IdempotencyKey.of(null)).isEmpty();
    }
}
