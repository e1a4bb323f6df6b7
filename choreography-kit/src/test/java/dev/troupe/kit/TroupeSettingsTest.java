package dev.troupe.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.kit.store.EventStoreSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroupeSettingsTest {

    @Test
    void eventsAreInPostgresUnlessSaid() {
        assertThat(eventStore(Map.of())).isEqualTo(EventStoreSettings.POSTGRES);
    }

    @Test
    void axonServerIsFoundAtItsAddressWithItsToken() {
        EventStoreSettings settings = eventStore(Map.of(
                "troupe.event-store", "axon-server",
                "troupe.axonserver", "one:8124,two:8124",
                "troupe.axonserver-token", "s3cret",
                "troupe.axonserver-tls", "true"));

        assertThat(settings.axonServer()).satisfies(server -> {
            assertThat(server.servers()).isEqualTo("one:8124,two:8124");
            assertThat(server.tls()).isTrue();
            assertThat(server.token()).isEqualTo("s3cret");
        });
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> eventStore(Map.of("troupe.event-store", "axon-server")))
                .hasMessageContaining("TROUPE_AXONSERVER");
        assertThatThrownBy(
                        () -> eventStore(Map.of("troupe.event-store", "axon-server", "troupe.axonserver", "nowhere")))
                .hasMessageContaining("host:port");
        assertThatThrownBy(() -> eventStore(Map.of("troupe.event-store", "mongo")))
                .hasMessage("troupe.event-store must be postgres or axon-server, not 'mongo'");
    }

    private static EventStoreSettings eventStore(Map<String, String> given) {
        Map<String, String> properties = new HashMap<>(given);
        for (String name : new String[] {"url", "user", "password", "reader-user", "reader-password"}) {
            properties.put("troupe.db." + name, "any");
        }
        return TroupeSettings.from("order-service", "test", properties::get).eventStore();
    }
}
