package dev.troupe.demo.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.util.StreamProvider;

/** An SMTP server that takes every mail and hands it to a {@link Mailbox}. */
public final class MailServer implements AutoCloseable {

    private final GreenMail greenMail;

    private MailServer(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    /** Returns when the server takes mails on the loopback interface. */
    public static MailServer start(int port, Mailbox mailbox) {
        return start("127.0.0.1", port, mailbox);
    }

    static MailServer start(String host, int port, Mailbox mailbox) {
        nameStreamProvider();
        GreenMail greenMail = new PromptGreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        // GreenMail's own users would keep every mail in memory for ever.
        greenMail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            mailbox.receive(message.getMessage(), address.getEmail());
            return Nobody.NOBODY;
        });
        greenMail.start();
        return new MailServer(greenMail);
    }

    /** Unless it is named, Jakarta Mail looks for its own implementation in all jars, anew for each part of each mail. */
    private static void nameStreamProvider() {
        String property = StreamProvider.class.getName();
        if (System.getProperty(property) == null) {
            System.setProperty(property, StreamProvider.provider().getClass().getName());
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
