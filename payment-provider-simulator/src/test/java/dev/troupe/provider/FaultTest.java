package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.provider.ProviderClient.Reply;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    private PaymentProviderSimulator provider;
    private ProviderClient client;

    @BeforeEach
    void start() throws IOException {
        provider = PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0));
        client = new ProviderClient(provider.uri());
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    @Test
    void faultsCanBeReadBack() {
        Reply put = client.faults("{\"declinePercent\": 2.5, \"declineKeys\": [\"k1\"], \"seed\": 7}");

        assertThat(put.status()).isEqualTo(200);
        assertThat(client.send("GET", "/faults", "").body())
                .isEqualTo("{\"declinePercent\":2.5,\"serverErrorPercent\":0,\"timeoutAfterChargePercent\":0,"
                        + "\"timeoutBeforeChargePercent\":0,\"slowPercent\":0,\"slowMillis\":500,"
                        + "\"timeoutMillis\":10000,\"seed\":7,\"declineKeys\":[\"k1\"],\"down\":false}");
    }

    @Test
    void anOrderedKeyIsDeclinedAndStaysDeclined() {
        client.faults("{\"declineKeys\": [\"k1\"]}");

        Reply declined = client.authorize("k1", 100);
        client.faults("{}");

        assertThat(declined.text("status")).isEqualTo("DECLINED");
        assertThat(declined.text("declineReason")).isEqualTo("REFUSED");
        assertThat(client.authorize("k1", 100).body()).isEqualTo(declined.body());
        assertThat(client.capture("k1").problem()).isEqualTo("authorization-declined");
        assertThat(client.cancel("k1").text("status")).isEqualTo("DECLINED");
        assertThat(client.authorize("k2", 100).text("status")).isEqualTo("AUTHORIZED");
        assertThat(client.summary().number("declined")).isEqualTo(1);
        assertThat(client.summary().number("authorizedMinor")).isEqualTo(100);
    }

    @Test
    void declinesDependOnSeedAndKeyAlone() throws IOException {
        String order = "{\"declinePercent\": 30, \"seed\": 42}";
        client.faults(order);
        List<String> forwards = IntStream.range(0, 200).mapToObj(this::decision).toList();
        List<String> elsewhere;
        try (var other = PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0))) {
            client = new ProviderClient(other.uri());
            client.faults(order);
            elsewhere = IntStream.range(0, 200)
                    .map(i -> 199 - i)
                    .mapToObj(this::decision)
                    .toList()
                    .reversed();
        }

        assertThat(elsewhere).isEqualTo(forwards);
        assertThat(forwards).filteredOn("DECLINED"::equals).hasSizeBetween(40, 80);
    }

    @Test
    void aServerErrorHasNoEffect() {
        client.faults("{\"serverErrorPercent\": 100}");

        List<Reply> replies = List.of(
                client.authorize("k1", 100), client.capture("k1"), client.cancel("k1"), client.refund("k1", "r1", 1));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.problem()).isEqualTo("server-error");
        });
        assertThat(client.ledger().body()).isEmpty();
        assertThat(client.find("k1").problem()).isEqualTo("unknown-key");
    }

    @Test
    void aRetryAfterATransientFaultCanSucceed() {
        client.faults("{\"serverErrorPercent\": 50, \"seed\": 3}");

        List<Integer> statuses = IntStream.range(0, 40)
                .mapToObj(i -> client.authorize("k1", 100).status())
                .toList();

        assertThat(statuses).contains(500, 201, 200);
        assertThat(statuses).filteredOn(status -> status == 500).hasSizeBetween(10, 30);
        assertThat(client.summary().number("authorizations")).isEqualTo(1);
    }

    @Test
    void transientFaultsComeInTheSameOrderWithTheSameSeed() {
        String order = "{\"serverErrorPercent\": 50, \"seed\": 3}";

        assertThat(failuresWith(order)).isEqualTo(failuresWith(order));
        assertThat(failuresWith(order)).isNotEqualTo(failuresWith("{\"serverErrorPercent\": 50, \"seed\": 4}"));
    }

    @Test
    void aTimeoutAfterTheChargeLeavesAChargeBehind() {
        client.faults("{\"timeoutAfterChargePercent\": 100, \"timeoutMillis\": 60000}");

        assertTimesOut(() -> impatient().authorize("k1", 100));

        assertThat(client.find("k1").text("status")).isEqualTo("AUTHORIZED");
        assertTimesOut(() -> impatient().capture("k1"));
        assertThat(client.find("k1").text("status")).isEqualTo("CAPTURED");
        client.faults("{}");
        assertThat(client.authorize("k1", 100).status()).isEqualTo(200);
        assertThat(client.summary().number("authorizedMinor")).isEqualTo(100);
    }

    @Test
    void aTimeoutBeforeTheChargeLeavesNothingBehind() {
        client.faults("{\"timeoutBeforeChargePercent\": 100, \"timeoutMillis\": 700}");

        assertTimesOut(() -> impatient().authorize("k1", 100));
        Reply patient = client.authorize("k1", 100);

        assertThat(patient.status()).isEqualTo(504);
        assertThat(patient.problem()).isEqualTo("timed-out");
        assertThat(client.ledger().body()).isEmpty();
    }

    @Test
    void aSlowRequestIsDoneLate() {
        client.faults("{\"slowPercent\": 100, \"slowMillis\": 400}");
        Instant begin = Instant.now();

        assertThat(client.authorize("k1", 100).status()).isEqualTo(201);

        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aSlowRequestStillChargesAfterItsClientHasGivenUp() {
        client.faults("{\"slowPercent\": 100, \"slowMillis\": 1500}");

        assertTimesOut(() -> impatient().authorize("k1", 100));

        assertThat(client.find("k1").problem()).isEqualTo("unknown-key");
        await().untilAsserted(() -> assertThat(client.find("k1").text("status")).isEqualTo("AUTHORIZED"));
    }

    @Test
    void aSlowRequestCannotChargeWhenItsKeyWasClosedMeanwhile() throws Exception {
        client.faults("{\"slowPercent\": 100, \"slowMillis\": 1500}");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> late = callers.submit(() -> client.authorize("k1", 100));
            await().during(Duration.ofMillis(300))
                    .until(() -> client.find("k1").problem().equals("unknown-key"));
            client.faults("{}");

            assertThat(client.cancel("k1").text("status")).isEqualTo("CLOSED");

            assertThat(late.get().problem()).isEqualTo("key-closed");
            assertThat(client.summary().number("authorizations")).isZero();
        }
    }

    @Test
    void whileDownOnlyLedgerFaultsAndHealthAnswer() {
        client.authorize("k1", 100);
        client.faults("{\"down\": true}");

        assertThat(List.of(client.authorize("k2", 100), client.find("k1"), client.send("GET", "/nothing", "")))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(503);
                    assertThat(reply.problem()).isEqualTo("down");
                });
        assertThat(List.of("/health", "/faults", "/ledger", "/ledger/summary"))
                .allSatisfy(path ->
                        assertThat(client.send("GET", path, "").status()).isEqualTo(200));
        client.faults("{\"down\": false}");
        assertThat(client.authorize("k2", 100).status()).isEqualTo(201);
    }

    @ParameterizedTest(quoteTextArguments = false)
    @CsvSource(delimiter = '|', textBlock = """
                    {"declinePercent": 101}       | field 'declinePercent' must be a number from 0 to 100, not 101
                    {"serverErrorPercent": -1}    | field 'serverErrorPercent' must be a number from 0 to 100, not -1
                    {"slowPercent": "10"}         | field 'slowPercent' must be a number from 0 to 100, not "10"
                    {"slowPercent": null}         | field 'slowPercent' must be a number from 0 to 100, not null
                    {"slowPercent": 1e999}        | field 'slowPercent' must be a number from 0 to 100, not
                    {"slowMillis": 1.5}           | field 'slowMillis' must be a whole number from 0 to 600000, not 1.5
                    {"timeoutMillis": 600001}     | field 'timeoutMillis' must be a whole number from 0 to 600000
                    {"seed": 9223372036854775808} | field 'seed' must be a whole number
                    {"declineKeys": "k1"}         | field 'declineKeys' must be a list of texts, not "k1"
                    {"declineKeys": {}}           | field 'declineKeys' must be a list of texts, not {}
                    {"declineKeys": [1]}          | field 'declineKeys' must be a list of texts
                    {"down": "yes"}               | field 'down' must be true or false, not "yes"
                    {"declinePercnt": 10}         | unknown field 'declinePercnt'; known are declinePercent, server
                    []                            | a JSON object is needed
                    """)
    void anOrderThatIsNotUnderstoodIsRefusedAndChangesNothing(String order, String message) {
        client.faults("{\"declinePercent\": 1}");

        Reply reply = client.faults(order);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).startsWith(message);
        assertThat(client.send("GET", "/faults", "").number("declinePercent")).isEqualTo(1);
    }

    private String decision(int i) {
        return client.authorize("order-" + i, 100).text("status");
    }

    private List<Integer> failuresWith(String order) {
        client.faults(order);
        return IntStream.range(0, 30)
                .filter(i -> client.authorize("k1", 100).status() == 500)
                .boxed()
                .toList();
    }

    private ProviderClient impatient() {
        return client.waitingAtMost(Duration.ofMillis(300));
    }

    private static void assertTimesOut(Runnable call) {
        assertThatThrownBy(call::run).hasCauseInstanceOf(HttpTimeoutException.class);
    }
}
