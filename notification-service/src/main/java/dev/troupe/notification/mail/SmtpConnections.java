package dev.troupe.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/** A few connections to the mail server, kept open between mails: greeting and farewell take longer than a mail does. */
final class SmtpConnections implements AutoCloseable {

    /** A connection that was used a moment ago is taken without asking the server whether it still stands. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Servers hang up on those who are silent, after five minutes at the earliest if they follow RFC 5321. */
    private static final Duration STALE = Duration.ofMinutes(2);

    static {
        // Jakarta Mail asks for this several times per mail, and unless told looks through every jar each time: a fifth
        // of all time.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final Session session;
    private final SmtpSettings settings;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.permits = new Semaphore(settings.connections());
    }

    Session session() {
        return session;
    }

    /** Sends over one connection; one over which something went wrong is not used again. */
    void use(Exchange exchange) throws MessagingException {
        permits.acquireUninterruptibly();
        try {
            Transport transport = take();
            try {
                exchange.over(transport);
            } catch (MessagingException | RuntimeException e) {
                closeQuietly(transport);
                throw e;
            }
            idle.push(new Idle(transport, System.nanoTime()));
        } finally {
            permits.release();
        }
    }

    private Transport take() throws MessagingException {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            if (next.usable()) {
                return next.transport();
            }
            closeQuietly(next.transport());
        }
        Transport transport = session.getTransport("smtp");
        transport.connect(
                settings.host(), settings.port(), emptyToNull(settings.user()), emptyToNull(settings.password()));
        return transport;
    }

    @Override
    public void close() {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            closeQuietly(next.transport());
        }
    }

    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is of no use any more, and what became of the mail is already known.
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(settings.replyTimeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(settings.replyTimeout()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** What is done over a connection. */
    @FunctionalInterface
    interface Exchange {
        void over(Transport transport) throws MessagingException;
    }

    private record Idle(Transport transport, long sinceNanos) {

        boolean usable() {
            long nanos = System.nanoTime() - sinceNanos;
            return nanos < FRESH.toNanos() || (nanos < STALE.toNanos() && transport.isConnected());
        }
    }
}
