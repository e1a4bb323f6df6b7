package dev.troupe.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that gives wanted answers, for those that GreenMail never gives. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Map<String, String> answers;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * Starts to listen.
     *
     * @param answers by the first four letters of the command; others are answered with 250
     */
    ScriptedSmtpServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.substring(0, Math.min(4, line.length()));
                String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                if (answer.equals("hang up")) {
                    return;
                }
                say(socket, answer);
                if (answer.startsWith("354")) {
                    skipText(in);
                    say(socket, answers.getOrDefault(".", "250 taken"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipText(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // What a mail says does not matter here.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
