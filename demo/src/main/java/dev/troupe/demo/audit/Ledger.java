package dev.troupe.demo.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the payment provider's own ledger adds up to, in minor units.
 *
 * @param openMinor held, neither captured nor voided
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ledger(
        long authorizedMinor,
        long capturedMinor,
        long voidedMinor,
        long refundedMinor,
        long openMinor,
        long keysChargedMoreThanOnce) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Asks the provider. */
    public static Ledger of(URI provider) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(provider.resolve("/ledger/summary"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "the payment provider answered " + answer.statusCode() + " when asked for its ledger");
            }
            return JSON.readValue(answer.body(), Ledger.class);
        }
    }
}
