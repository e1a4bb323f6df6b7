package dev.troupe.notification.mail;

import dev.troupe.notification.domain.NotificationId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/** A mail as it goes over the wire. Its message id is derived, so that a mailbox can recognise a mail that comes twice. */
final class MimeMail extends MimeMessage {

    /** Names the notification, for whoever looks at a mailbox and wonders why. */
    static final String NOTIFICATION_HEADER = "X-Troupe-Notification";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    MimeMail(Session session, InternetAddress from, InternetAddress to, Mail mail) throws MessagingException {
        super(session);
        this.messageId = messageId(mail.notificationId(), from);
        setFrom(from);
        setRecipient(Message.RecipientType.TO, to);
        setSentDate(Date.from(mail.requestedAt()));
        setSubject(mail.content().subject(), UTF_8);
        setHeader(NOTIFICATION_HEADER, mail.notificationId().value());
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart(
                "alternative",
                part(mail.content().text(), "plain"),
                part(mail.content().html(), "html")));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Hashed, for an order's id may hold what a message id may not. */
    private static String messageId(NotificationId id, InternetAddress from) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        return "<%s@%s>".formatted(UUID.nameUUIDFromBytes(id.value().getBytes(StandardCharsets.UTF_8)), domain);
    }
}
