package dev.troupe.notification.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Where the mail server is and how it is used; properties named {@code troupe.smtp.*}.
 *
 * @param user who logs in there; nobody if empty
 * @param startTls whether the connection must be encrypted
 * @param from the sender's address, whose domain also stands in message ids
 * @param connections how many connections are used at once at most; more than there are workers are never needed
 * @param connectTimeout how long to wait for a connection
 * @param replyTimeout how long to wait for an answer, and for the server to take what is written
 */
@ConfigurationProperties("troupe.smtp")
public record SmtpSettings(
        @Bindable(defaultValue = "localhost") String host,
        @Bindable(defaultValue = "3025") int port,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "false") boolean startTls,

        @Bindable(defaultValue = "Troupe <orders@troupe.example>")
        String from,

        @Bindable(defaultValue = "8") int connections,
        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration replyTimeout) {

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "mail server %s:%d".formatted(host, port);
    }
}
