package dev.troupe.kit.axonserver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

class AxonServerTest {

    @Test
    void aServerThatIsNotThereIsWaitedForAndThenNamed() {
        // Nobody listens on the first of all ports.
        try (AxonServer server = AxonServer.connect(AxonServerSettings.at("127.0.0.1:1"), "test")) {
            assertThatThrownBy(() -> server.awaitReachable(Duration.ofMillis(1)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("127.0.0.1:1");
        }
    }
}
