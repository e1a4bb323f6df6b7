package dev.troupe.viewer.span;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes what services send by OTLP over HTTP, on the port that is usual for it. */
@Component
class OtlpEndpoint implements SmartLifecycle {

    private final int port;
    private volatile boolean running;
    private HttpServer server;

    OtlpEndpoint(@Value("${troupe.otlp-port}") int port) throws IOException {
        this.port = port;
        this.server = HttpServer.create();
    }

    @Override
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Spans cannot be taken on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", OtlpEndpoint::take);
        server.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        server.stop(0);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** An empty answer says that everything was taken. */
    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().skip(Long.MAX_VALUE);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            boolean json = type != null && type.startsWith("application/json");
            exchange.getResponseHeaders().set("Content-Type", json ? "application/json" : "application/x-protobuf");
            byte[] answer = json ? new byte[] {'{', '}'} : new byte[0];
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
