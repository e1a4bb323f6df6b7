package dev.troupe.demo.orders.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server in the place of order-service that answers what a test tells it to. */
final class ScriptedOrderService implements AutoCloseable {

    /** What arrived; the key is empty if there was none. */
    record Request(String path, String key, String body, Instant at) {}

    /** What to answer; status 0 takes the order and loses the answer. */
    record Answer(int status, Map<String, String> headers, String body) {

        static final Answer ACCEPTED = new Answer(202, Map.of("Location", "/orders/any", "Flow-Id", "any"), "");
        static final Answer LOST = new Answer(0, Map.of(), "");

        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }

        static Answer problem(int status, String type, String title) {
            String body = "{\"type\":\"urn:troupe:problem:%s\",\"title\":\"%s\"}".formatted(type, title);
            return new Answer(status, Map.of("Content-Type", "application/problem+json"), body);
        }

        Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body);
        }
    }

    /** How to answer the nth request with the same key and body, counted from 1. */
    interface Script {
        Answer answer(Request request, int nth);
    }

    private final HttpServer server;
    private final Script script;
    private final Duration thinking;
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    ScriptedOrderService(Script script) {
        this(script, Duration.ZERO, 0);
    }

    /** @param thinking how long it takes to answer */
    ScriptedOrderService(Script script, Duration thinking, int port) {
        this.script = script;
        this.thinking = thinking;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestHeaders()
                    .getOrDefault("Idempotency-Key", List.of(""))
                    .getFirst();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Request request = new Request(exchange.getRequestURI().getPath(), key, body, Instant.now());
            requests.add(request);
            think();
            answer(exchange, script.answer(request, seen.merge(key + " " + body, 1, Integer::sum)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void think() throws InterruptedException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            Thread.sleep(thinking);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
