package dev.troupe.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.demo.process.TestProcesses;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = TestProcesses.freePort();
    }

    @Test
    void mailsAreCountedByNotificationInThisRunAndThoseBefore() throws Exception {
        Path journal = folder.resolve("mails");
        try (MailServer server = MailServer.start(port, new Mailbox(journal))) {
            send("confirmed-1", 1);
            send("confirmed-2", 1);
        }
        Mailbox mailbox = new Mailbox(journal);
        try (MailServer server = MailServer.start(port, mailbox)) {
            send("confirmed-2", 2);
        }
        assertThat(mailbox.count()).isEqualTo(new MailCount(4, 2, Map.of("confirmed-2", 3)));
        assertThat(Files.readString(journal)).doesNotContain("ada@example.org");
    }

    @Test
    void aClientThatDiesInTheMiddleOfAMailIsNoFailure() throws Exception {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        try (MailServer server = MailServer.start(port, new Mailbox(folder.resolve("mails")))) {
            int client;
            try (Socket socket = new Socket("127.0.0.1", port)) {
                client = socket.getLocalPort();
                assertThat(socket.getInputStream().read()).isEqualTo('2');
                socket.setSoLinger(true, 0);
            }
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().endsWith(":" + client)));
            assertThat(failures).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aMailIsKeptAsItsReaderWouldSeeIt() throws Exception {
        Mailbox mailbox = new Mailbox(folder.resolve("mails"));
        try (MailServer server = MailServer.start(port, mailbox)) {
            send("confirmed-1", 1);
        }
        assertThat(mailbox.newest()).singleElement().satisfies(mail -> {
            assertThat(mail.notification()).isEqualTo("confirmed-1");
            assertThat(mail.recipient()).isEqualTo("ada@example.org");
            assertThat(mail.subject()).isEqualTo("Your order");
            assertThat(mail.text()).contains("Thank you");
        });
    }

    @Test
    void onlyTheNewestMailsAreKeptWhole() throws Exception {
        Mailbox mailbox = new Mailbox(folder.resolve("mails"));
        try (MailServer server = MailServer.start(port, mailbox)) {
            send("early", 1);
            send("late", 500);
        }
        assertThat(mailbox.count().mails()).isEqualTo(501);
        assertThat(mailbox.newest()).hasSize(500).allMatch(mail -> mail.notification()
                .equals("late"));
    }

    @Test
    void aMailTakesNoTimeWorthMentioning() throws Exception {
        try (MailServer server = MailServer.start(port, new Mailbox(folder.resolve("mails")))) {
            send("warm-up", 20);
            long start = System.nanoTime();
            send("timed", 50);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private void send(String notification, int times) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int i = 0; i < times; i++) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom("shop@example.org");
                message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.org"));
                message.setSubject("Your order");
                message.setHeader(Mailbox.NOTIFICATION_HEADER, notification);
                message.setText("Thank you");
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }
}
