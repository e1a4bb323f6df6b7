package dev.troupe.viewer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.kit.state.StateHistory.Change;
import dev.troupe.kit.state.StateHistory.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Answers operators as inventory-service does, about one aggregate, and remembers who asked. */
final class StandInService implements AutoCloseable {

    final Queue<@Nullable String> shown = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    StandInService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/operator/states/inventory/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        shown.add(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean history = exchange.getRequestURI().getPath().endsWith("/history");
        byte[] body = json(history ? history() : state()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static StateHistory history() {
        Change change = new Change("reserved.MUG", 1, 3);
        return new StateHistory(
                "inventory", "main", List.of(new Step(0, 1, "stock.reserved", Instant.EPOCH, List.of(change))), null);
    }

    private static PastState state() {
        return new PastState("inventory", "main", 1, "stock.reserved", 1, Instant.EPOCH, Map.of("onHand", 7));
    }

    private static String json(Object value) throws JsonProcessingException {
        return FactMapper.get().writeValueAsString(value);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
