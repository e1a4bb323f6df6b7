package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class EventTokenTest {

    private final EventToken third = new EventToken(3, UUID.randomUUID());
    private final EventToken fifth = new EventToken(5, UUID.randomUUID());

    @Test
    void tokensAreOrderedByPosition() {
        assertThat(fifth.covers(third)).isTrue();
        assertThat(fifth.covers(null)).isTrue();
        assertThat(third.covers(fifth)).isFalse();
        assertThat(third.lowerBound(fifth)).isEqualTo(third);
        assertThat(third.upperBound(fifth)).isEqualTo(fifth);
        assertThat(third.position()).hasValue(3);
    }

    @Test
    void aTokenSurvivesSerialisation() {
        SerializedObject<String> json = EventStoreFixture.JSON.serialize(third, String.class);

        assertThat(json.getData()).isEqualTo("{\"globalPosition\":3,\"eventId\":\"" + third.eventId() + "\"}");
        EventToken read = EventStoreFixture.JSON.deserialize(json);
        assertThat(read).isEqualTo(third);
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> third.covers(new GlobalSequenceTrackingToken(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GlobalSequenceTrackingToken");
    }
}
