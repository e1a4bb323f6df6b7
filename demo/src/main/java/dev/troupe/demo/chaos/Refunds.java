package dev.troupe.demo.chaos;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StableHash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers who want some of their money back; each asks, always in the same words, until the refund is accepted or clearly never will be. */
final class Refunds implements AutoCloseable {

    private static final int ONE_IN = 25;
    private static final int AT_ONCE = 4;
    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;

    private final URI payments;
    private final Supplier<@Nullable String> tokens;
    private final Journal journal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Refunds(URI payments, Supplier<@Nullable String> tokens, Journal journal) {
        this.payments = payments;
        this.tokens = tokens;
        this.journal = journal;
    }

    /** The order was accepted; its customer may come back later. */
    void noteOrder(IncomingOrder order) {
        if (StableHash.of("refund " + order.orderId(), ONE_IN) == 0) {
            customers.submit(() -> ask(order));
        }
    }

    /** No money can be returned before it was taken, so a refusal may be no more than impatience. */
    private boolean ask(IncomingOrder order) throws InterruptedException {
        String id = "refund-" + order.orderId();
        long amount = Math.max(1, order.totalMinor() / 2);
        for (int tries = 0; tries < TRIES; tries++) {
            Thread.sleep(PAUSE);
            places.acquire();
            try {
                if (http.send(request(order, id, amount), BodyHandlers.discarding())
                                .statusCode()
                        == ACCEPTED) {
                    journal.refunded(order.orderId().value(), id, amount);
                    return true;
                }
            } catch (IOException e) {
                // asked again
            } finally {
                places.release();
            }
        }
        return false;
    }

    private HttpRequest request(IncomingOrder order, String id, long amount) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        payments.resolve("/payments/" + order.orderId() + "/refunds"))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"amountMinor\": %d, \"refundId\": \"%s\"}".formatted(amount, id)));
        String token = tokens.get();
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).build();
    }

    /** Waits for the customers who are still asking. */
    @Override
    public void close() {
        customers.close();
        http.close();
    }
}
