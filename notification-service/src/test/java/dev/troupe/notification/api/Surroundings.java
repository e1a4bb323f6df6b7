package dev.troupe.notification.api;

import com.icegreen.greenmail.util.GreenMail;
import dev.troupe.notification.mail.MailFixture;
import dev.troupe.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** What the service needs around it: a database, a mail server, and free ports. */
final class Surroundings implements AutoCloseable {

    final TestDatabase database = TestDatabase.create("notification-service", "order-service");
    final GreenMail mails = MailFixture.aMailServer();
    final int managementPort = freePort();

    Surroundings() {
        mails.start();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(database.properties("notification-service"));
        properties.put("micronaut.server.port", "-1");
        properties.put("endpoints.all.port", Integer.toString(managementPort));
        properties.put("troupe.smtp.host", "127.0.0.1");
        properties.put("troupe.smtp.port", Integer.toString(mails.getSmtp().getPort()));
        properties.put("troupe.mail.first-retry", "100ms");
        return properties;
    }

    @Override
    public void close() {
        mails.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
