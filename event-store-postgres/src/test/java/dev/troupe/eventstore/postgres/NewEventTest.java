package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.EventStoreFixture.Noted;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\\\0", "\\\\\0"})
    void aNulIsRefusedWhereverItIs(String text) {
        assertRefused(new GenericEventMessage<>(new Noted(text)), "payload");
        assertRefused(new GenericEventMessage<>(new Noted(""), Map.of("key", text)), "metadata");
        assertRefused(new GenericEventMessage<>(new Noted(""), Map.of(text, "value")), "metadata");
        assertRefused(new GenericDomainEventMessage<>("Note", text, 0, new Noted("")), "stream name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\\\u0000", "u0000", "\\"})
    void whatOnlyLooksLikeANulIsTaken(String text) {
        assertThat(NewEvent.of(new GenericEventMessage<>(new Noted(text)), JSON).payload())
                .contains("u0000".equals(text) ? text : "\\");
    }

    @Test
    void anIdentifierThatIsNoUuidIsRefused() {
        EventMessage<?> message = new GenericEventMessage<>("number one", new Noted(""), Map.of(), Instant.now());

        assertRefused(message, "number one");
    }

    @Test
    void anEventOfNoAggregateHasAStreamOfItsOwn() {
        String id = UUID.randomUUID().toString();
        NewEvent event = NewEvent.of(new GenericEventMessage<>(id, new Noted(""), Map.of(), Instant.now()), JSON);

        assertThat(event.stream()).isEqualTo("event-" + id);
        assertThat(event.aggregateType()).isNull();
    }

    private static void assertRefused(EventMessage<?> message, String because) {
        assertThatThrownBy(() -> NewEvent.of(message, JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
