package dev.troupe.notification.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troupe.notification.NotificationFixture;
import dev.troupe.notification.template.RenderedMail;
import java.time.Duration;

/** Mails and mail servers for tests. */
public final class MailFixture {

    private MailFixture() {}

    /** A mail server on a port of its own, not yet started. */
    public static GreenMail aMailServer() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    public static SmtpSettings settings(int port) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                "",
                "",
                false,
                "Troupe <orders@troupe.example>",
                2,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    static Mail aMailTo(String name, String address) {
        return new Mail(
                NotificationFixture.CONFIRMATION,
                new Recipient(name, address),
                NotificationFixture.REQUESTED_AT,
                new RenderedMail("Your order o-1", "Grüße", "<p>Grüße</p>"));
    }
}
