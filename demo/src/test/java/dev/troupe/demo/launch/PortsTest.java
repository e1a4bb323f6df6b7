package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void anOffsetMovesAllAndANameMovesOne() {
        Ports ports = Ports.of(100, Map.of("postgres", 5555));
        assertThat(ports.of(Port.ORDER)).isEqualTo(8181);
        assertThat(ports.managementOf(Port.ORDER)).isEqualTo(9181);
        assertThat(ports.managementOf(Port.PROVIDER)).isEqualTo(8190);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(5555);
    }

    @Test
    void aBusyPortIsNamedWithTheFlagThatMovesIt() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(0, Map.of("smtp", busy.getLocalPort()));
            assertThatThrownBy(() -> ports.requireFree(Set.of(Port.SMTP)))
                    .isInstanceOfSatisfying(LaunchFailure.class, failure -> assertThat(failure.exitCode())
                            .isEqualTo(ExitCode.PORT_BUSY))
                    .hasMessageContaining(busy.getLocalPort() + " (smtp)")
                    .hasMessageContaining("--port smtp=");
        }
    }

    @Test
    void aManagementPortCanBeBusyToo() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(0, Map.of("order", busy.getLocalPort() - 1000));
            assertThatThrownBy(() -> ports.requireFree(Set.of(Port.ORDER)))
                    .hasMessageContaining(busy.getLocalPort() + " (order's management)");
            assertThatCode(() -> ports.requireFree(Set.of())).doesNotThrowAnyException();
        }
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> Ports.of(0, Map.of("smtp", 8081)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("Port 8081 is meant for both order and smtp.");
    }

    @Test
    void anUnknownPartIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Ports.of(0, Map.of("orders", 1)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("'orders'")
                .hasMessageContaining("order, payment");
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Ports.of(60_000, Map.of())).hasMessageContaining("is not between 1 and 65535");
    }
}
