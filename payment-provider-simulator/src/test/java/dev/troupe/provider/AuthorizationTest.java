package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.provider.ProviderClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

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
    void aNewKeyIsAuthorized() {
        Reply reply = client.authorize("k1", 1234);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body())
                .isEqualTo("{\"key\":\"k1\",\"status\":\"AUTHORIZED\",\"amountMinor\":1234,\"currency\":\"GBP\","
                        + "\"reference\":\"order-of-k1\",\"providerReference\":\"sim-00000001\","
                        + "\"capturedMinor\":0,\"refundedMinor\":0}");
        assertThat(client.find("k1").body()).isEqualTo(reply.body());
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndChargesNothing() {
        Reply first = client.authorize("k1", 1234);

        Reply second = client.authorize("k1", 1234);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(client.summary().number("authorizedMinor")).isEqualTo(1234);
    }

    @Test
    void fiftyRequestsWithOneKeyAtTheSameTimeChargeOnce() throws Exception {
        List<Reply> replies;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Reply> call = () -> client.authorize("k1", 1234);
            replies = callers.invokeAll(Stream.generate(() -> call).limit(50).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(client.ledger().body().lines()).hasSize(1);
        assertThat(client.summary().number("authorizedMinor")).isEqualTo(1234);
    }

    @Test
    void aKeyIsNotReusedForAnythingElse() {
        client.authorize("k1", 1234, "GBP", "r");

        assertThat(List.of(
                        client.authorize("k1", 1235, "GBP", "r"),
                        client.authorize("k1", 1234, "EUR", "r"),
                        client.authorize("k1", 1234, "GBP", "other")))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(422);
                    assertThat(reply.problem()).isEqualTo("key-reused");
                });
        assertThat(client.ledger().body().lines()).hasSize(1);
    }

    @Test
    void aKeyNobodyUsedIsUnknown() {
        assertThat(List.of(client.find("k1"), client.capture("k1"), client.refund("k1", "r1", 1)))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(404);
                    assertThat(reply.problem()).isEqualTo("unknown-key");
                });
        assertThat(client.ledger().body()).isEmpty();
    }

    @Test
    void capturingTwiceCollectsOnce() {
        client.authorize("k1", 1234);

        Reply first = client.capture("k1");
        Reply second = client.capture("k1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("status")).isEqualTo("CAPTURED");
        assertThat(first.number("capturedMinor")).isEqualTo(1234);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(client.summary().number("charges")).isEqualTo(1);
    }

    @Test
    void voidingTwiceLetsGoOnce() {
        client.authorize("k1", 1234);

        Reply first = client.cancel("k1");
        Reply second = client.cancel("k1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("status")).isEqualTo("VOIDED");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(client.summary().number("voidedMinor")).isEqualTo(1234);
    }

    @Test
    void whatWasVoidedCannotBeCaptured() {
        client.authorize("k1", 1234);
        client.cancel("k1");

        Reply capture = client.capture("k1");

        assertThat(capture.status()).isEqualTo(409);
        assertThat(capture.problem()).isEqualTo("authorization-voided");
        assertThat(client.authorize("k1", 1234).text("status")).isEqualTo("VOIDED");
    }

    @Test
    void whatWasCapturedCannotBeVoided() {
        client.authorize("k1", 1234);
        client.capture("k1");

        Reply cancel = client.cancel("k1");

        assertThat(cancel.status()).isEqualTo(409);
        assertThat(cancel.problem()).isEqualTo("authorization-captured");
        assertThat(client.find("k1").text("status")).isEqualTo("CAPTURED");
    }

    @Test
    void aKeyVoidedBeforeItWasUsedCanNeverCharge() {
        Reply closing = client.cancel("k1");

        Reply late = client.authorize("k1", 1234);

        assertThat(closing.status()).isEqualTo(200);
        assertThat(closing.text("status")).isEqualTo("CLOSED");
        assertThat(client.cancel("k1").body()).isEqualTo(closing.body());
        assertThat(client.find("k1").body()).isEqualTo(closing.body());
        assertThat(List.of(late, client.capture("k1"))).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.problem()).isEqualTo("key-closed");
        });
        assertThat(client.summary().number("authorizedMinor")).isZero();
        assertThat(client.summary().number("closed")).isEqualTo(1);
    }

    @Test
    void anAuthorizationAndAVoidAtTheSameTimeNeverLeaveMoneyHeld() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String key = "race-" + i;
                callers.execute(() -> client.authorize(key, 100));
                callers.execute(() -> client.cancel(key));
            }
        }

        Reply summary = client.summary();
        assertThat(summary.number("authorizations") + summary.number("closed")).isEqualTo(50);
        assertThat(summary.number("openMinor")).isZero();
    }

    @Test
    void refundsAreMadeOncePerRefundKeyAndNeverExceedTheCapture() {
        client.authorize("k1", 1000);
        client.capture("k1");

        assertThat(client.refund("k1", "r1", 600).status()).isEqualTo(201);
        assertThat(client.refund("k1", "r1", 600).status()).isEqualTo(200);
        assertThat(client.refund("k1", "r1", 599).problem()).isEqualTo("key-reused");
        Reply tooMuch = client.refund("k1", "r2", 401);
        Reply rest = client.refund("k1", "r2", 400);

        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.problem()).isEqualTo("refund-exceeds-capture");
        assertThat(rest.text("status")).isEqualTo("CAPTURED");
        assertThat(rest.number("refundedMinor")).isEqualTo(1000);
        assertThat(client.summary().number("refundedMinor")).isEqualTo(1000);
    }

    @Test
    void refundsAtTheSameTimeNeverExceedTheCapture() throws Exception {
        client.authorize("k1", 1000);
        client.capture("k1");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String refundKey = "r" + i;
                callers.execute(() -> client.refund("k1", refundKey, 90));
            }
        }

        assertThat(client.find("k1").number("refundedMinor")).isEqualTo(990);
    }

    @Test
    void nothingIsRefundedThatWasNotCaptured() {
        client.authorize("k1", 1000);

        assertThat(client.refund("k1", "r1", 1).problem()).isEqualTo("refund-exceeds-capture");
    }

    @Test
    void anAmountAboveTheLimitIsDeclined() {
        Reply reply = client.authorize("k1", 1_000_000_000_001L);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("status")).isEqualTo("DECLINED");
        assertThat(reply.text("declineReason")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(client.authorize("k2", 1_000_000_000_000L).text("status")).isEqualTo("AUTHORIZED");
    }
}
