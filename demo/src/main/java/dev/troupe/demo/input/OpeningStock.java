package dev.troupe.demo.input;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.orders.play.OutOfPatienceException;
import dev.troupe.demo.orders.play.PatientHttp;
import dev.troupe.events.StockLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings the goods that the orders need into the warehouse, over the same API as anybody. */
public final class OpeningStock {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINES_PER_DELIVERY = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI inventory;
    private final Supplier<@Nullable String> tokens;

    /** Delivers to the warehouse of the given inventory-service. */
    public OpeningStock(URI inventory) {
        this(inventory, () -> null);
    }

    /**
     * Delivers to the warehouse of the given inventory-service, and shows tokens.
     *
     * @param tokens gives the token of each request, if there is one
     */
    public OpeningStock(URI inventory, Supplier<@Nullable String> tokens) {
        this.inventory = inventory;
        this.tokens = tokens;
    }

    /**
     * Delivers the goods. The delivery is named by its content, so the same goods are not delivered twice when a run is repeated.
     *
     * @throws IOException if inventory-service does not take it
     */
    public void receive(List<StockLine> goods) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int from = 0; from < goods.size(); from += LINES_PER_DELIVERY) {
                deliver(client, goods.subList(from, Math.min(goods.size(), from + LINES_PER_DELIVERY)));
            }
        }
    }

    private void deliver(HttpClient client, List<StockLine> lines) throws IOException, InterruptedException {
        List<Map<String, Object>> entries = lines.stream()
                .<Map<String, Object>>map(line -> Map.of("sku", line.sku().value(), "quantity", line.quantity()))
                .toList();
        String id = "opening-" + UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(inventory.resolve("/warehouses/main/deliveries"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("deliveryId", id, "lines", entries))));
        String token = tokens.get();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = patiently(client, request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("inventory-service did not take the opening stock: HTTP " + answer.statusCode() + " "
                    + answer.body());
        }
    }

    /** A service that is busy, or on its way back, is asked again: the key makes that harmless. */
    private static HttpResponse<String> patiently(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return new PatientHttp(client, PATIENCE)
                    .send(request, answer -> answer.body().contains("request-in-progress"))
                    .answer();
        } catch (OutOfPatienceException e) {
            throw new IOException("inventory-service did not take the opening stock: " + e.getMessage(), e);
        }
    }
}
