package dev.troupe.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderGuardTest {

    private final ProviderGuard guard = new ProviderGuard(settings(1));

    @Test
    void noMoreCallsThanAgreedAreUnderWayAtOnce() {
        guard.once(() -> {
            assertThatThrownBy(() -> guard.once(() -> "a second call"))
                    .isInstanceOfSatisfying(ProviderLeftAlone.class, e -> assertThat(e.nextTry())
                            .isAfter(Instant.now()))
                    .hasMessageContaining("1 calls");
            return "the first call";
        });
    }

    @Test
    void aCallOfWhichNothingIsKnownIsMadeOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> guard.twice(() -> {
                    calls.incrementAndGet();
                    throw new ProviderUnavailable("no answer", null);
                }))
                .hasMessage("no answer");
        assertThat(calls).hasValue(2);
    }

    @Test
    void aRefusalIsAnAnswerAndNotAskedForAgain() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> guard.twice(() -> {
                    calls.incrementAndGet();
                    throw new ProviderRefused("key-closed", "closed");
                }))
                .isInstanceOf(ProviderRefused.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void settingsThatCannotWorkAreRefusedByTheirName() {
        assertThatThrownBy(() -> new ProviderSettings(
                        URI.create("localhost:8090"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofSeconds(1)))
                .hasMessageContaining("troupe.payment.provider.url");
        assertThatThrownBy(() -> new ProviderSettings(
                        URI.create("http://localhost"), Duration.ofSeconds(1), Duration.ZERO, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("troupe.payment.provider.answer-time-out");
    }

    private static ProviderSettings settings(int concurrentCalls) {
        return new ProviderSettings(
                URI.create("http://127.0.0.1:1"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                concurrentCalls,
                Duration.ofSeconds(1));
    }
}
