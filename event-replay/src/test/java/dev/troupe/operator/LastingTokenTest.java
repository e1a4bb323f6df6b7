package dev.troupe.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever asks has a token with at least half of its life before it, and mostly the one of before. */
class LastingTokenTest {

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final AtomicInteger issued = new AtomicInteger();
    private final LastingToken token =
            new LastingToken(() -> "token " + issued.incrementAndGet(), Duration.ofMinutes(5), () -> now);

    @Test
    void lastsForHalfOfItsLife() {
        assertThat(token.get()).isEqualTo("token 1");
        pass(Duration.ofSeconds(149));
        assertThat(token.get()).isEqualTo("token 1");
        pass(Duration.ofSeconds(1));
        assertThat(token.get()).isEqualTo("token 2");
        assertThat(token.get()).isEqualTo("token 2");
        pass(Duration.ofHours(1));
        assertThat(token.get()).isEqualTo("token 3");
    }

    @Test
    void isIssuedAnewIfTheClockIsSetBack() {
        pass(Duration.ofHours(-1));
        assertThat(token.get()).isEqualTo("token 2");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
