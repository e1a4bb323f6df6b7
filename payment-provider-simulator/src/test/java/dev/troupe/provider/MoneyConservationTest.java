package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.provider.ProviderClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyConservationTest {

    private static final int KEYS = 40;

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
    void whateverClientsDoAtTheSameTimeMoneyIsConserved() throws Exception {
        client.faults("{\"declinePercent\": 10, \"serverErrorPercent\": 10, \"timeoutBeforeChargePercent\": 10,"
                + " \"timeoutAfterChargePercent\": 10, \"slowPercent\": 10, \"slowMillis\": 5, \"timeoutMillis\": 5}");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                Random random = new Random(caller);
                calls.add(callers.submit(
                        () -> random.ints(60, 0, KEYS).forEach(key -> act("key-" + key, random.nextInt(6)))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        Reply summary = client.summary();
        assertThat(summary.number("authorizedMinor"))
                .isPositive()
                .isEqualTo(
                        summary.number("capturedMinor") + summary.number("voidedMinor") + summary.number("openMinor"));
        assertThat(summary.number("refundedMinor")).isPositive().isLessThanOrEqualTo(summary.number("capturedMinor"));
        assertThat(summary.number("keysChargedMoreThanOnce")).isZero();
        assertThat(summary.number("authorizations") + summary.number("declined") + summary.number("closed"))
                .as(summary.body())
                .isEqualTo(KEYS);
    }

    @Test
    void aReferencePaidUnderTwoKeysIsNoticed() {
        client.authorize("first", 100, "GBP", "order-1");
        client.authorize("second", 100, "GBP", "order-1");
        client.authorize("other", 100, "GBP", "order-2");
        assertThat(client.summary().number("referencesChargedMoreThanOnce")).isEqualTo(1);

        client.cancel("first");

        assertThat(client.summary().number("referencesChargedMoreThanOnce")).isZero();
        assertThat(client.summary().number("keysChargedMoreThanOnce")).isZero();
    }

    private void act(String key, int what) {
        switch (what) {
            case 0, 1 -> client.authorize(key, 100);
            case 2 -> client.capture(key);
            case 3 -> client.cancel(key);
            case 4 -> client.refund(key, "half", 50);
            default -> client.refund(key, "most", 70);
        }
    }
}
