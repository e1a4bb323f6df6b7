package dev.troupe.demo.chaos;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers who look what became of their orders. */
final class Enquiry {

    private static final int AT_MOST = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI orders;
    private final Supplier<@Nullable String> tokens;

    Enquiry(URI orders, Supplier<@Nullable String> tokens) {
        this.orders = orders;
        this.tokens = tokens;
    }

    /** The status of each order as order-service tells it, or {@code HTTP} and the code of its answer; of some if there are many. */
    Map<String, String> about(Collection<String> ids) throws IOException, InterruptedException {
        List<String> asked = ids.stream().sorted().limit(AT_MOST).toList();
        Map<String, String> answers = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String id : asked) {
                HttpResponse<String> answer = http.send(request(id), BodyHandlers.ofString());
                answers.put(
                        id,
                        answer.statusCode() == 200
                                ? JSON.readTree(answer.body()).path("status").asText()
                                : "HTTP " + answer.statusCode());
            }
        }
        return answers;
    }

    private HttpRequest request(String id) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(orders.resolve("/orders/" + id)).timeout(Duration.ofSeconds(10));
        String token = tokens.get();
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).build();
    }
}
