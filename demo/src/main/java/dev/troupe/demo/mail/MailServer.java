package dev.troupe.demo.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

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
        GreenMail greenMail = new PromptGreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        // GreenMail's own users would keep every mail in memory for ever.
        greenMail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            mailbox.receive(message.getMessage(), address.getEmail());
            return Nobody.NOBODY;
        });
        greenMail.start();
        return new MailServer(greenMail);
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
