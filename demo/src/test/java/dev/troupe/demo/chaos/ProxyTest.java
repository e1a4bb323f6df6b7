package dev.troupe.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private static final int TIME_OUT_MILLIS = 20_000;

    private ServerSocket target;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy = Proxy.to(target.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        target.close();
    }

    @Test
    void passesEverythingOnInBothDirections() throws IOException {
        try (Socket client = connect();
                Socket server = target.accept()) {
            client.getOutputStream().write(7);
            assertThat(server.getInputStream().read()).isEqualTo(7);
            server.getOutputStream().write(9);
            assertThat(client.getInputStream().read()).isEqualTo(9);
            server.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void makesWhatIsSentArriveLate() throws IOException {
        proxy.delay(Duration.ofMillis(300));
        try (Socket client = connect();
                Socket server = target.accept()) {
            long begin = System.nanoTime();
            client.getOutputStream().write(7);
            server.getInputStream().read();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void breaksConnectionsForBothSidesAndTakesNewOnes() throws IOException {
        try (Socket client = connect();
                Socket server = target.accept()) {
            client.getOutputStream().write(7);
            server.getInputStream().read();
            proxy.cut();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(IOException.class);
        }
        passesEverythingOnInBothDirections();
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(TIME_OUT_MILLIS);
        return client;
    }
}
