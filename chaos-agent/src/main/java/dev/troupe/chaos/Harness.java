package dev.troupe.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The connection to the harness: takes its orders, one a line, and reports who has come to the point it waits for. */
final class Harness {

    private final BufferedReader orders;
    private final Writer reports;

    private Harness(Socket socket) throws IOException {
        this.orders = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.reports = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Connects and says who this is. */
    static void connect(int port, String service) throws IOException {
        Harness harness = new Harness(new Socket(InetAddress.getLoopbackAddress(), port));
        harness.report(service);
        Thread.ofPlatform().daemon().name("chaos").start(harness::obey);
    }

    private synchronized void report(String line) {
        try {
            reports.write(line + "\n");
            reports.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obey() {
        try {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                switch (words[0]) {
                    case "stop-at" -> Stops.want(words[1], Integer.parseInt(words[2]), this::report);
                    case "go-on" -> Stops.letGo();
                    default -> System.err.println("chaos: not understood: " + order);
                }
            }
        } catch (IOException e) {
            // The harness is gone; so is what it wanted.
        }
        Stops.letGo();
    }
}
