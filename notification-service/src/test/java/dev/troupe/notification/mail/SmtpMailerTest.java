package dev.troupe.notification.mail;

import static dev.troupe.notification.mail.MailFixture.aMailTo;
import static dev.troupe.notification.mail.MailFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troupe.notification.NotificationFixture;
import dev.troupe.notification.mail.Delivery.Accepted;
import dev.troupe.notification.mail.Delivery.Deferred;
import dev.troupe.notification.mail.Delivery.Refused;
import dev.troupe.notification.mail.Delivery.Unreachable;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailerTest {

    private final GreenMail server = MailFixture.aMailServer();

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailArrivesWithBothPartsAndTheNameOfItsNotification() throws Exception {
        MimeMessage mail = send(aMailTo("Ada Äbbott", "ada@example.com"));
        assertThat(mail.getAllRecipients()).singleElement().asString().contains("ada@example.com");
        assertThat(mail.getSubject()).isEqualTo("Your order o-1");
        assertThat(mail.getHeader("X-Troupe-Notification")).containsExactly("order-confirmed-o-1");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NotificationFixture.REQUESTED_AT));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertPart(parts.getBodyPart(0), "text/plain", "Grüße");
        assertPart(parts.getBodyPart(1), "text/html", "<p>Grüße</p>");
    }

    private static void assertPart(BodyPart part, String type, String content) throws Exception {
        assertThat(part.isMimeType(type)).isTrue();
        assertThat(part.getContent()).asString().isEqualToIgnoringNewLines(content);
    }

    @Test
    void theSameNotificationIsAlwaysTheSameMail() throws Exception {
        String first = send(aMailTo("Ada", "ada@example.com")).getMessageID();
        server.purgeEmailFromAllMailboxes();
        assertThat(send(aMailTo("Ada", "ada@example.com")).getMessageID())
                .isEqualTo(first)
                .endsWith("@troupe.example>");
    }

    @Test
    void aNameCannotSmuggleInAHeader() throws Exception {
        MimeMessage mail = send(aMailTo("Eve\r\nBcc: all@example.com\r\n\r\n\u202Efree", "eve@example.com"));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Your order o-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@",
                "a@example.com, b@example.com",
                "a@example.com\r\nBcc: b@example.com",
                "ä@example.com"
            })
    void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String address) {
        try (SmtpMailer mailer = mailer()) {
            assertThat(mailer.send(aMailTo("Ada", address)))
                    .isEqualTo(new Refused("the customer's mail address is none that mails can be sent to"));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void connectionsAreKeptBetweenMails() throws Exception {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(Map.of());
                SmtpMailer mailer = new SmtpMailer(settings(scripted.port()))) {
            for (int i = 0; i < 20; i++) {
                assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isEqualTo(new Accepted());
            }
            assertThat(scripted.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatWentAwayIsNotedAndOneThatIsBackIsUsedAgain() {
        int port = server.getSmtp().getPort();
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try (SmtpMailer mailer = new SmtpMailer(settings(port))) {
            assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isEqualTo(new Accepted());
            server.stop();
            assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isInstanceOf(Unreachable.class);
            back.start();
            assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isEqualTo(new Accepted());
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
    }

    @Test
    void anUnknownMailboxIsRefusedWithoutRepeatingTheAddress() throws IOException {
        assertThat(answerOf(Map.of("RCPT", "550 5.1.1 <ada@example.com>: no such user")))
                .isEqualTo(new Refused("the mail server refused the recipient's address (550 5.1.1)"));
    }

    @Test
    void aRefusedTextIsRefused() throws IOException {
        assertThat(answerOf(Map.of(".", "554 5.7.1 looks like spam")))
                .isEqualTo(new Refused("the mail server refused the mail (554 5.7.1)"));
    }

    @Test
    void aBusyMailboxIsDeferred() throws IOException {
        assertThat(answerOf(Map.of("RCPT", "450 4.2.0 greylisted, come back later")))
                .isEqualTo(new Deferred("the mail server does not take the recipient's address for now (450 4.2.0)"));
    }

    @Test
    void aRefusedSenderIsNotTheCustomersFault() throws IOException {
        assertThat(answerOf(Map.of("MAIL", "550 5.7.1 sender not allowed"))).isInstanceOf(Unreachable.class);
    }

    @Test
    void aServerThatHangsUpIsUnreachable() throws IOException {
        assertThat(answerOf(Map.of("RCPT", "421 4.3.2 closing"))).isInstanceOf(Unreachable.class);
        assertThat(answerOf(Map.of("DATA", "hang up"))).isInstanceOf(Unreachable.class);
    }

    @Test
    void aSenderThatIsNoAddressIsNoticedAtStart() {
        SmtpSettings settings = settings(25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmtpMailer(new SmtpSettings(
                        settings.host(),
                        settings.port(),
                        "",
                        "",
                        false,
                        "nobody",
                        1,
                        settings.connectTimeout(),
                        settings.replyTimeout())))
                .withMessageContaining("troupe.smtp.from");
    }

    private static Delivery answerOf(Map<String, String> script) throws IOException {
        try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(script);
                SmtpMailer mailer = new SmtpMailer(settings(scripted.port()))) {
            return mailer.send(aMailTo("Ada", "ada@example.com"));
        }
    }

    private MimeMessage send(Mail mail) {
        try (SmtpMailer mailer = mailer()) {
            assertThat(mailer.send(mail)).isEqualTo(new Accepted());
        }
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        return received[0];
    }

    private SmtpMailer mailer() {
        return new SmtpMailer(settings(server.getSmtp().getPort()));
    }
}
