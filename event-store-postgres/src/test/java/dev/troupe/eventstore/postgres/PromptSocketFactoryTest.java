package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

class PromptSocketFactoryTest {

    @Test
    void lookingForMoreDoesNotWait() throws Exception {
        try (Pair pair = Pair.connect()) {
            pair.near.setSoTimeout(1);
            long begin = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThatThrownBy(() -> pair.near.getInputStream().read(new byte[1]))
                        .isInstanceOf(SocketTimeoutException.class);
            }
            // had each look waited, if only for its millisecond, it could not be less
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void lookingFindsWhatHasCome() throws Exception {
        try (Pair pair = Pair.connect()) {
            pair.far.getOutputStream().write('A');
            assertThat(pair.read(10_000)).isEqualTo('A');
            pair.far.getOutputStream().write(new byte[] {'B', 'C'});
            assertThat(pair.read(10_000)).isEqualTo('B');

            assertThat(pair.read(1)).isEqualTo('C');
        }
    }

    @Test
    void anyOtherTimeoutIsWaitedFor() throws Exception {
        try (Pair pair = Pair.connect()) {
            assertThatThrownBy(() -> pair.read(1)).isInstanceOf(SocketTimeoutException.class);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> pair.read(200)).isInstanceOf(SocketTimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(150));
        }
    }

    @Test
    void everyNotificationIsHeard() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            PGSimpleDataSource prompt = (PGSimpleDataSource) database.plain("reader");
            prompt.setSocketFactory(PromptSocketFactory.class.getName());
            List<String> heard = new ArrayList<>();
            try (Connection listening = prompt.getConnection();
                    Statement listen = listening.createStatement()) {
                listen.execute("LISTEN test");
                for (int i = 0; i < 20; i++) {
                    database.execute("NOTIFY test, '" + i + "'");
                }
                while (heard.size() < 20) {
                    PGNotification[] news = listening.unwrap(PGConnection.class).getNotifications(10_000);
                    assertThat(news).isNotEmpty();
                    for (PGNotification one : news) {
                        heard.add(one.getParameter());
                    }
                }
            }
            assertThat(heard).hasSize(20).first().isEqualTo("0");
            assertThat(heard).last().isEqualTo("19");
        }
    }

    /** Two ends of one connection, the near one from the factory. */
    private record Pair(Socket near, Socket far) implements AutoCloseable {

        static Pair connect() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Socket near = new PromptSocketFactory().createSocket();
                near.connect(server.getLocalSocketAddress());
                return new Pair(near, server.accept());
            }
        }

        int read(int timeoutMillis) throws Exception {
            near.setSoTimeout(timeoutMillis);
            byte[] one = new byte[1];
            assertThat(near.getInputStream().read(one)).isEqualTo(1);
            return one[0];
        }

        @Override
        public void close() throws Exception {
            near.close();
            far.close();
        }
    }
}
