package dev.troupe.demo.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Waits for moments in the work of services. The {@code chaos-agent} in each service connects here, is told at which point one of its
 * threads shall stop, reports when one does, and lets it go on when told or when this connection ends.
 */
public final class Moments implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, Socket> services = new ConcurrentHashMap<>();
    private final SynchronousQueue<String> reached = new SynchronousQueue<>();

    private Moments(ServerSocket door) {
        this.door = door;
    }

    /** Begins to listen. */
    public static Moments listen() throws IOException {
        Moments moments = new Moments(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("moments").start(moments::accept);
        return moments;
    }

    /** Where the agents are to connect. */
    public int port() {
        return door.getLocalPort();
    }

    /**
     * Has a thread of a service stop at a point and waits until it does; whether it did in time.
     *
     * @param hit at which reaching from now on
     */
    boolean await(String service, Point point, int hit, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        if (!tell(service, "stop-at %s %d".formatted(point, hit))) {
            return false;
        }
        String expected = service + " " + point;
        String arrived;
        do {
            arrived = reached.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } while (arrived != null && !arrived.equals(expected));
        return arrived != null;
    }

    /** Lets the threads of a service go on and stop nowhere. */
    void letGo(String service) {
        tell(service, "go-on");
    }

    private boolean tell(String service, String order) {
        Socket socket = services.get(service);
        if (socket == null) {
            return false;
        }
        try {
            Writer writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            writer.write(order + "\n");
            writer.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> listenTo(socket));
            } catch (IOException e) {
                // Closed, or a service that was killed while connecting.
            }
        }
    }

    /** The first line is the service's name, each other one a point that was reached. */
    private void listenTo(Socket socket) {
        try (socket;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String service = String.valueOf(lines.readLine());
            services.put(service, socket);
            for (String point = lines.readLine(); point != null; point = lines.readLine()) {
                reached.offer(service + " " + point, 1, TimeUnit.SECONDS);
            }
            services.remove(service, socket);
        } catch (IOException e) {
            services.values().remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : services.values()) {
            socket.close();
        }
    }
}
