package dev.troupe.payment.job;

import static dev.troupe.payment.PaymentFixture.AMOUNT;
import static dev.troupe.payment.PaymentFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.job.JobResult.TryAgain;
import dev.troupe.payment.ProviderFixture;
import dev.troupe.payment.domain.PaymentCommand.RecordAuthorization;
import dev.troupe.payment.provider.PaymentProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aProviderThatFailsTooOftenIsLeftAloneWhileAuthorizationsWait() throws Exception {
        try (ProviderFixture provider = new ProviderFixture()) {
            PaymentProvider client = provider.client();
            provider.order(Map.of("down", true));
            failUntilOpen(client);

            assertThat(attempt(client)).isInstanceOfSatisfying(TryAgain.class, again -> {
                assertThat(again.reason()).contains("circuit breaker open, next try at ");
                assertThat(again.after()).isLessThan(Duration.ofSeconds(1));
            });
            assertThat(client.guard().openUntil()).isNotNull();
        }
    }

    @Test
    void afterItsRestAProviderThatIsUpAgainAnswersEveryWaitingAuthorization() throws Exception {
        try (ProviderFixture provider = new ProviderFixture()) {
            PaymentProvider client = provider.client();
            provider.order(Map.of("down", true));
            failUntilOpen(client);
            provider.orderNoFaults();

            await().untilAsserted(() -> assertThat(attempt(client))
                    .isInstanceOfSatisfying(JobResult.Done.class, done -> assertThat(done.commands())
                            .singleElement()
                            .isInstanceOf(RecordAuthorization.class)));
            await().untilAsserted(() -> {
                assertThat(attempt(client)).isInstanceOf(JobResult.Done.class);
                assertThat(client.guard().state()).isEqualTo(CircuitBreaker.State.CLOSED);
            });
            assertThat(client.guard().openUntil()).isNull();
            assertThat(provider.ledger("authorizations")).isEqualTo(1);
        }
    }

    @Test
    void refusalsDoNotOpenTheBreaker() throws Exception {
        try (ProviderFixture provider = new ProviderFixture()) {
            PaymentProvider client = provider.client();
            for (int i = 0; i < 30; i++) {
                assertThat(client.find(ORDER)).isEmpty();
            }
            assertThat(client.guard().state()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void aStrangerAtTheProvidersAddressSaysNothingAboutMoney() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        stranger.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        stranger.start();
        try {
            PaymentProvider client = ProviderFixture.client(
                    URI.create("http://127.0.0.1:" + stranger.getAddress().getPort()));
            assertThat(attempt(client, NOW.plusSeconds(3600)))
                    .isInstanceOfSatisfying(
                            TryAgain.class, again -> assertThat(again.reason()).contains("not the payment provider"));
            assertThat(calls).hasPositiveValue();
        } finally {
            stranger.stop(0);
        }
    }

    private static void failUntilOpen(PaymentProvider client) {
        await().untilAsserted(() -> {
            attempt(client);
            assertThat(client.guard().state()).isEqualTo(CircuitBreaker.State.OPEN);
        });
    }

    private static JobResult attempt(PaymentProvider client) {
        return attempt(client, NOW);
    }

    private static JobResult attempt(PaymentProvider client, Instant now) {
        return new AuthorizeAtProvider(client, Duration.ofSeconds(30), InstantSource.fixed(now))
                .run(
                        new AuthorizeAtProvider.Charge(ORDER, AMOUNT),
                        new JobContext(ORDER.paymentStream(), ORDER.value(), 1, NOW));
    }
}
