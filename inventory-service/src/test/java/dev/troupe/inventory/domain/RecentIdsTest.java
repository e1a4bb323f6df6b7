package dev.troupe.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private final RecentIds ids = new RecentIds();

    @Test
    void rememberWhatWasAdded() {
        ids.add("a", 7);
        assertThat(ids.contains("a")).isTrue();
        assertThat(ids.fingerprint("a")).isEqualTo(7);
        assertThat(ids.contains("b")).isFalse();
        assertThat(ids.fingerprint("b")).isNull();
    }

    @Test
    void forgetTheOldestFirstAndOnlyWhenThereAreTooMany() {
        for (int i = 0; i < RecentIds.REMEMBERED; i++) {
            ids.add("id-" + i);
        }
        assertThat(ids.contains("id-0")).isTrue();
        ids.add("one-more");
        assertThat(ids.contains("id-0")).isFalse();
        assertThat(ids.contains("id-1")).isTrue();
        assertThat(ids.contains("one-more")).isTrue();
    }
}
