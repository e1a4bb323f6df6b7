package dev.troupe.demo.orders.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.orders.play.ScriptedOrderService.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2015-10-21T07:27:30Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "'Wed, 21 Oct 2015 07:28:00 GMT', PT30S",
        "'Wed, 21 Oct 2015 07:00:00 GMT', PT0S",
        "soon,",
        "-1,",
        "99999999999,",
    })
    void bothSpellingsAreUnderstoodAndNonsenseIsIgnored(String header, Duration expected) throws Exception {
        try (ScriptedOrderService service = new ScriptedOrderService(
                        (request, nth) -> Answer.of(503).with("Retry-After", header));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(service.uri())
                            .header("Idempotency-Key", "any")
                            .build(),
                    BodyHandlers.ofString());

            assertThat(RetryAfter.of(answer, NOW).orElse(null)).isEqualTo(expected);
        }
    }
}
