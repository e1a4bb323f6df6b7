package dev.troupe.demo.input;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * How the payment provider is to misbehave.
 *
 * @param declinePercent how many of a hundred payments it declines
 * @param faultPercent how many of a hundred requests fail: half with a server error, a quarter with a time-out after and a quarter with
 *     one before the charge
 * @param seed which ones
 */
public record ProviderFaults(double declinePercent, double faultPercent, long seed) {

    private static final int TIME_OUT_MILLIS = 8_000;

    /**
     * Orders the faults at the provider.
     *
     * @throws IOException if it does not take the order
     */
    public void order(URI provider) throws IOException, InterruptedException {
        Map<String, Object> faults = Map.of(
                "declinePercent",
                declinePercent,
                "serverErrorPercent",
                faultPercent / 2,
                "timeoutAfterChargePercent",
                faultPercent / 4,
                "timeoutBeforeChargePercent",
                faultPercent / 4,
                "timeoutMillis",
                TIME_OUT_MILLIS,
                "seed",
                seed);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(provider.resolve("/faults"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(new JsonMapper().writeValueAsString(faults)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("the payment provider did not take the faults: " + answer.body());
            }
        }
    }
}
