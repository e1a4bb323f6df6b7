package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

/** Whoever waits is told of every commit, of those that follow one another closely together. */
class RingsTest {

    private static final Ring ABOUT_NOTES = new Ring(Set.of(EventStoreFixture.Noted.class.getName()));

    private final List<NewEvent> events = List.of(NewEvent.of(
            EventStoreFixture.event("order-1", 0), JacksonSerializer.builder().build()));
    private long now;
    private final Rings rings = new Rings(() -> now);

    @Test
    void aCommitThatNoneFollowsIsToldOf() {
        assertThat(rings.behind(events, false)).isEqualTo(ABOUT_NOTES);
        assertThat(rings.behind(events, false)).isEqualTo(ABOUT_NOTES);
    }

    @Test
    void whatIsLeftToTheNextIsToldOfByIt() {
        rings.behind(events, false);

        assertThat(rings.behind(events, true)).isNull();
        assertThat(rings.behind(List.of(), false)).as("a commit without events").isNull();
        assertThat(rings.behind(events, false)).isEqualTo(ABOUT_NOTES);
    }

    @Test
    void nobodyWaitsLongerThanAMomentBecauseOthersFollow() {
        rings.behind(events, true);
        assertThat(rings.behind(events, true)).isNull();

        now += Duration.ofMillis(1).toNanos();
        assertThat(rings.behind(events, true)).isEqualTo(ABOUT_NOTES);
    }
}
