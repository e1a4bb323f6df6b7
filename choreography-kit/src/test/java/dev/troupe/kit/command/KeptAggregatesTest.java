package dev.troupe.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept in memory is neither much nor old. */
class KeptAggregatesTest {

    private final AtomicLong clock = new AtomicLong();
    private final KeptAggregates kept = new KeptAggregates(clock::get);

    @Test
    void keepsWhatIsUsedAndForgetsWhatIsNot() {
        kept.put("used", "a");
        kept.put("unused", "b");

        pass(Duration.ofSeconds(6));
        assertThat(value("used")).isEqualTo("a");
        pass(Duration.ofSeconds(6));

        assertThat(value("used")).isEqualTo("a");
        assertThat(value("unused")).isNull();
        assertThat(kept.containsKey("unused")).isFalse();
    }

    @Test
    void keepsTheThousandUsedLast() {
        kept.put("first", 0);
        for (int i = 0; i < 999; i++) {
            kept.put("next" + i, i);
        }
        assertThat(value("first")).isEqualTo(0);
        kept.put("one more", 1_000);

        assertThat(kept.containsKey("first")).isTrue();
        assertThat(kept.containsKey("next0")).isFalse();
        assertThat(kept.containsKey("next1")).isTrue();
    }

    @Test
    void putsOnlyWhatIsAbsentIfToldSo() {
        assertThat(kept.putIfAbsent("key", "a")).isTrue();
        assertThat(kept.putIfAbsent("key", "b")).isFalse();
        kept.<String>computeIfPresent("key", value -> value + "c");
        kept.<String>computeIfPresent("other", value -> value + "c");

        assertThat(value("key")).isEqualTo("ac");
        assertThat(kept.containsKey("other")).isFalse();
        assertThat(kept.remove("key")).isTrue();
        assertThat(kept.remove("key")).isFalse();
    }

    private @Nullable Object value(String key) {
        return kept.get(key);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
