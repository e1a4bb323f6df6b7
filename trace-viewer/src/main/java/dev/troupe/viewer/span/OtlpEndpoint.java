package dev.troupe.viewer.span;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes what services send by OTLP over HTTP, on the port that is usual for it. */
@Component
public class OtlpEndpoint implements SmartLifecycle {

    private static final int MOST_BYTES = 4 << 20;

    private final InetSocketAddress address;
    private final SpanStore spans;
    private volatile boolean running;
    private HttpServer server;

    OtlpEndpoint(
            @Value("${troupe.otlp-address}") String address, @Value("${troupe.otlp-port}") int port, SpanStore spans)
            throws IOException {
        this.address = new InetSocketAddress(address, port);
        this.spans = spans;
        this.server = HttpServer.create();
    }

    @Override
    public void start() {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Spans cannot be taken on " + address + ": " + e.getMessage(), e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        server.stop(0);
    }

    /** Where it listens, which is of interest if any port would do. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            boolean json = type != null && type.startsWith("application/json");
            byte[] body = body(exchange);
            if (body.length > MOST_BYTES) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            try {
                spans.add(json ? OtlpSpans.json(body) : OtlpSpans.protobuf(body));
            } catch (IOException unreadable) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            accept(exchange, json);
        }
    }

    /** An empty answer says that everything was taken. */
    private static void accept(HttpExchange exchange, boolean json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", json ? "application/json" : "application/x-protobuf");
        if (json) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
        } else {
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream sent = exchange.getRequestBody();
                InputStream plain = zipped ? new GZIPInputStream(sent) : sent) {
            return plain.readNBytes(MOST_BYTES + 1);
        }
    }
}
