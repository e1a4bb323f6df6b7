package dev.troupe.eventstore.postgres;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;

/**
 * Sockets on which the PostgreSQL driver tells of a notification as soon as it has come. To be named in the driver's property
 * {@code socketFactory} for the store's reader.
 *
 * <p>Having received a notification, the driver (up to 42.7 at least) looks for another by a read with a time-out of 1 ms, the shortest there is,
 * and so waits for 1 ms each time nothing else has come. On these sockets such a read does not wait at all. No other time-out is touched.
 */
public final class PromptSocketFactory extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new PromptSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    private static IOException unconnectedOnly() {
        return new SocketException("These sockets are for the PostgreSQL driver, which connects them itself");
    }

    private static final class PromptSocket extends Socket {

        private static final int LOOK_FOR_MORE = 1;

        private volatile boolean looking;

        @Override
        public synchronized void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis);
            looking = millis == LOOK_FOR_MORE;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    if (looking && available() == 0) {
                        throw new SocketTimeoutException("Nothing has come");
                    }
                    return super.read(into, offset, length);
                }
            };
        }
    }
}
