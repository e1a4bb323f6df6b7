package dev.troupe.demo.orders.play;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StableHash;
import dev.troupe.demo.orders.play.OrderServiceClient.Outcome;
import dev.troupe.events.OrderId;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One playing of one sequence of orders. */
final class Performance {

    private static final int CHANCES = 1_000_000;
    private static final int CHANCES_PER_PERCENT = CHANCES / 100;

    private final OrderServiceClient client;
    private final PlaySettings settings;
    private final OrderListener listener;
    private final PlayTally tally;
    private final Semaphore places;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Performance(OrderServiceClient client, PlaySettings settings, OrderListener listener, PlayTally tally) {
        this.client = client;
        this.settings = settings;
        this.listener = listener;
        this.tally = tally;
        this.places = new Semaphore(settings.inFlight());
    }

    /** Starts every order and waits until each is answered, or stops early after a failure. */
    void play(Iterator<IncomingOrder> orders, Executor threads) throws InterruptedException {
        Pace pace = new Pace(settings.ratePerSecond());
        while (failure.get() == null && orders.hasNext()) {
            IncomingOrder order = orders.next();
            pace.awaitTurn();
            places.acquire();
            threads.execute(() -> playAndMakePlace(order));
        }
        places.acquire(settings.inFlight());
    }

    /**
     * What came of it.
     *
     * @throws OrderPlayFailedException if it had to stop early
     */
    PlayResult result() {
        return switch (failure.get()) {
            case null -> tally.result();
            case RuntimeException unexpected -> throw unexpected;
            case Throwable patience ->
                throw new OrderPlayFailedException(
                        "order-service takes no more orders: " + patience.getMessage(), tally.result(), patience);
        };
    }

    private void playAndMakePlace(IncomingOrder order) {
        try {
            play(order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfPatienceException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            places.release();
        }
    }

    private void play(IncomingOrder order) throws OutOfPatienceException, InterruptedException {
        switch (client.place(order)) {
            case Outcome.Done _ -> {
                listener.accepted(order);
                if (changesMind(order.orderId())) {
                    cancel(order);
                }
                tally.acknowledged();
            }
            case Outcome.DoneBefore _ -> {
                listener.accepted(order);
                tally.alreadyThere();
            }
            case Outcome.Refused(String reason) -> tally.refused(order.orderId(), reason);
        }
    }

    private void cancel(IncomingOrder order) throws OutOfPatienceException, InterruptedException {
        switch (client.cancel(order.orderId())) {
            case Outcome.Done _ -> {
                listener.cancelled(order);
                tally.cancelled();
            }
            case Outcome.DoneBefore _ -> tally.cancelledTooLate();
            case Outcome.Refused(String reason) -> tally.cancellationRefused(reason);
        }
    }

    private boolean changesMind(OrderId order) {
        int chance = StableHash.of("cancel " + settings.seed() + " " + order.value(), CHANCES);
        return chance < settings.cancelPercent() * CHANCES_PER_PERCENT;
    }
}
