package dev.troupe.demo.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A GreenMail that answers at once.
 *
 * <p>GreenMail writes each answer in two pieces. Left to itself, the system holds the second back until the client has acknowledged the
 * first, and the client takes its time with that: 180 ms per mail instead of 2.
 */
final class PromptGreenMail extends GreenMail {

    PromptGreenMail(ServerSetup smtp) {
        super(smtp);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
        return Map.of(ServerSetup.PROTOCOL_SMTP, new PromptSmtpServer(config[0], managers));
    }

    private static final class PromptSmtpServer extends SmtpServer {

        PromptSmtpServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket socket) throws SocketException {
            socket.setTcpNoDelay(true);
            super.handleClientSocket(socket);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket socket) {
            return new HungUp(super.createProtocolHandler(socket));
        }
    }

    /** A client that is killed in the middle of a mail is no failure of the server's; GreenMail would tell of it with a stack trace. */
    private record HungUp(ProtocolHandler handler) implements ProtocolHandler {

        @Override
        public void run() {
            try {
                handler.run();
            } catch (IllegalStateException e) {
                if (Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                        .noneMatch(SocketException.class::isInstance)) {
                    throw e;
                }
            }
        }

        @Override
        public void close() {
            handler.close();
        }
    }
}
