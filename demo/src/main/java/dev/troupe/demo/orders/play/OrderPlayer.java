package dev.troupe.demo.orders.play;

import dev.troupe.demo.orders.IncomingOrder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays orders against order-service: many at once, never more than it can take, and none twice. */
public final class OrderPlayer {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final URI orderService;
    private final PlaySettings settings;
    private final Supplier<@Nullable String> tokens;
    private final OrderListener listener;

    /** @param orderService where order-service answers, without a path */
    public OrderPlayer(URI orderService, PlaySettings settings) {
        this(orderService, settings, () -> null);
    }

    /**
     * Makes a player who shows tokens.
     *
     * @param orderService where order-service answers, without a path
     * @param tokens gives the token of each request, if there is one
     */
    public OrderPlayer(URI orderService, PlaySettings settings, Supplier<@Nullable String> tokens) {
        this(orderService, settings, tokens, OrderListener.NOBODY);
    }

    /** The same, with somebody who is told what was accepted. */
    public OrderPlayer(
            URI orderService, PlaySettings settings, Supplier<@Nullable String> tokens, OrderListener listener) {
        this.orderService = orderService;
        this.settings = settings;
        this.tokens = tokens;
        this.listener = listener;
    }

    /**
     * Plays all orders and returns when each was answered.
     *
     * @param progress told after each order; never by two threads at once
     * @throws OrderPlayFailedException if order-service stays busy or unreachable for longer than its patience; orders on their way are
     *     then still answered, and no others are started
     */
    public PlayResult play(Iterator<IncomingOrder> orders, Consumer<PlayResult> progress) throws InterruptedException {
        try (HttpClient http = httpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OrderServiceClient client =
                    new OrderServiceClient(orderService, new PatientHttp(http, settings.patience()), tokens);
            Performance performance = new Performance(client, settings, listener, new PlayTally(progress));
            try {
                performance.play(orders, threads);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                http.shutdownNow();
                throw e;
            }
            return performance.result();
        }
    }

    private static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }
}
