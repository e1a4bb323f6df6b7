package dev.troupe.notification.api;

import com.icegreen.greenmail.util.GreenMail;
import dev.troupe.notification.mail.MailFixture;
import dev.troupe.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /** Who operated, and with what status it ended. */
    List<String> operatorCalls() {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT caller, status FROM notification.operator_call WHERE ended_at IS NOT NULL ORDER BY id")) {
            List<String> calls = new ArrayList<>();
            while (rows.next()) {
                calls.add(rows.getString(1) + " " + rows.getInt(2));
            }
            return calls;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
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
