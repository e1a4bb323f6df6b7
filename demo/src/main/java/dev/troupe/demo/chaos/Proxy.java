package dev.troupe.demo.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between processes and what they connect to on this machine; passes everything on, unless told to be slow or to hang up. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    private Proxy(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** Begins to listen on a port of its own; the target need not be there yet. */
    static Proxy to(int target) throws IOException {
        Proxy proxy = new Proxy(target, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("proxy-" + target).start(proxy::accept);
        return proxy;
    }

    /** Where to connect instead of the target. */
    int port() {
        return door.getLocalPort();
    }

    /** From now on everything passed on waits so long first. */
    void delay(Duration each) {
        delay = each;
    }

    /** Breaks all connections, in the middle of whatever they are carrying. */
    void cut() {
        List<Socket> broken = List.copyOf(sockets);
        // All first: as soon as one is closed, its other side is hung up on in the orderly way.
        broken.forEach(Proxy::loseWhatIsUnderWay);
        broken.forEach(Proxy::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed, or a client that left at once; the latter is no reason to stop.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(client);
        sockets.add(server);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            hangUp(client, server);
        }
    }

    /** When one side has said its last word the other is hung up on too: neither PostgreSQL nor HTTP closes one direction alone. */
    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Thread.sleep(delay);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // as good as the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(from, to);
        }
    }

    private void hangUp(Socket one, Socket other) {
        sockets.remove(one);
        sockets.remove(other);
        close(one);
        close(other);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    /** What is still under way when such a socket is closed is lost, as when a cable is cut. */
    private static void loseWhatIsUnderWay(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
