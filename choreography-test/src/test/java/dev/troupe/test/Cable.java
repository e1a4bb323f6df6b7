package dev.troupe.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to a server that can be cut and mended. */
final class Cable implements AutoCloseable {

    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket door;

    /** Lays a cable to a server. */
    Cable(String address) {
        String[] parts = address.split(":", 2);
        server = new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
        door = listen(0);
        port = door.getLocalPort();
    }

    /** Where to connect instead of at the server. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Ends all connections and lets nobody in. */
    void cut() {
        close(door);
        open.forEach(Cable::close);
        open.clear();
    }

    /** Lets everybody in again. */
    void mend() {
        door = listen(port);
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                Socket far = new Socket();
                open.add(client);
                open.add(far);
                far.connect(server);
                Thread.ofVirtual().start(() -> pump(client, far));
                Thread.ofVirtual().start(() -> pump(far, client));
            } catch (IOException cut) {
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            open.remove(from);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }
}
