package dev.troupe.notification.mail;

import dev.troupe.notification.mail.Delivery.Accepted;
import dev.troupe.notification.mail.Delivery.Refused;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Sends mails over SMTP. */
public final class SmtpMailer implements Mailer, AutoCloseable {

    private final SmtpConnections connections;
    private final InternetAddress from;

    /**
     * Makes a mailer; it connects when there is something to send.
     *
     * @throws IllegalArgumentException if the sender's address is none
     */
    public SmtpMailer(SmtpSettings settings) {
        this.connections = new SmtpConnections(settings);
        try {
            this.from = new InternetAddress(settings.from(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("troupe.smtp.from is no mail address: " + settings.from(), e);
        }
    }

    @Override
    public Delivery send(Mail mail) {
        InternetAddress to;
        try {
            to = addressOf(mail.to());
        } catch (AddressException e) {
            return new Refused("the customer's mail address is none that mails can be sent to");
        }
        try {
            MimeMail message = new MimeMail(connections.session(), from, to, mail);
            connections.use(transport -> transport.sendMessage(message, new Address[] {to}));
            return new Accepted();
        } catch (MessagingException e) {
            return SmtpFailure.explain(e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private static InternetAddress addressOf(Recipient recipient) throws AddressException {
        InternetAddress address = new InternetAddress(recipient.address(), true);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress())) {
            throw new AddressException("needs SMTPUTF8");
        }
        try {
            address.setPersonal(recipient.name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java knows UTF-8", e);
        }
        return address;
    }
}
