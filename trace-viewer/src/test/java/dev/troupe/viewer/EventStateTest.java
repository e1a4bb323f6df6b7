package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.state.StateHistory.Change;
import dev.troupe.viewer.state.EventState;
import dev.troupe.viewer.state.EventStates;
import dev.troupe.viewer.state.ServiceAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventStateTest {

    @Test
    void anEventsServiceTellsWhatItChangedToWhoeverMayKnow() throws IOException {
        try (StandInService inventory = new StandInService()) {
            EventStates states = new EventStates(ServiceAddresses.parse("inventory=" + inventory.address()));

            EventState state = states.of(event("inventory-main"), "Bearer of-a-person");

            assertThat(state.unknown()).isNull();
            assertThat(state.changes()).containsExactly(new Change("reserved.MUG", 1, 3));
            assertThat(state.after()).containsEntry("onHand", 7);
            assertThat(inventory.shown).containsOnly("Bearer of-a-person");
        }
    }

    @Test
    void whatCannotBeToldIsExplained() {
        EventStates nobody = new EventStates(ServiceAddresses.parse(""));
        EventStates away = new EventStates(ServiceAddresses.parse("inventory=http://127.0.0.1:1"));

        assertThat(nobody.of(event("inventory-main"), null).unknown()).contains("inventory-service", "TROUPE_SERVICES");
        assertThat(away.of(event("inventory-main"), null).unknown()).contains("inventory-service does not tell");
    }

    private static StoredEvent event(String stream) {
        return new StoredEvent(
                1,
                stream,
                0,
                "Warehouse",
                new UUID(0, 1),
                "stock.reserved",
                "1",
                Instant.EPOCH,
                Instant.EPOCH,
                "{\"source\":\"inventory-service/1.0\"}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
