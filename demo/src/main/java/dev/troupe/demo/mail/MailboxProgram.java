package dev.troupe.demo.mail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * A mail server that delivers to nobody and shows what it got, as a process of its own.
 *
 * <p>Environment: {@code MAILBOX_HOST} (127.0.0.1), {@code MAILBOX_SMTP_PORT} (3025), {@code MAILBOX_PORT} of the page (8025), and
 * {@code MAILBOX_JOURNAL}, the file in which mails are counted (mails, in the working directory).
 */
public final class MailboxProgram {

    private MailboxProgram() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String host = environment.getOrDefault("MAILBOX_HOST", "127.0.0.1");
        int smtp = Integer.parseInt(environment.getOrDefault("MAILBOX_SMTP_PORT", "3025"));
        int page = Integer.parseInt(environment.getOrDefault("MAILBOX_PORT", "8025"));
        Mailbox mailbox = new Mailbox(Path.of(environment.getOrDefault("MAILBOX_JOURNAL", "mails")));
        MailServer server = MailServer.start(host, smtp, mailbox);
        MailboxPage shown = MailboxPage.start(new InetSocketAddress(host, page), mailbox);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            shown.close();
            server.close();
        }));
    }
}
