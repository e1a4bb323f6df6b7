package dev.troupe.demo.orders.play;

import dev.troupe.events.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what becomes of the orders, from many threads, and tells the listener after every order. */
final class PlayTally {

    private static final int REFUSALS_KEPT = 20;

    private final Consumer<PlayResult> progress;
    private int acknowledged;
    private int alreadyThere;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int cancellations;
    private int cancellationsTooLate;
    private final Map<String, Integer> cancellationsRefused = new TreeMap<>();

    PlayTally(Consumer<PlayResult> progress) {
        this.progress = progress;
    }

    synchronized void acknowledged() {
        acknowledged++;
        progress.accept(result());
    }

    synchronized void alreadyThere() {
        alreadyThere++;
        progress.accept(result());
    }

    synchronized void refused(OrderId order, String reason) {
        refused.merge(reason, 1, Integer::sum);
        if (refusals.size() < REFUSALS_KEPT) {
            refusals.add(new Refusal(order, reason));
        }
        progress.accept(result());
    }

    synchronized void cancelled() {
        cancellations++;
    }

    synchronized void cancelledTooLate() {
        cancellationsTooLate++;
    }

    synchronized void cancellationRefused(String reason) {
        cancellationsRefused.merge(reason, 1, Integer::sum);
    }

    synchronized PlayResult result() {
        return new PlayResult(
                acknowledged,
                alreadyThere,
                refused,
                refusals,
                cancellations,
                cancellationsTooLate,
                cancellationsRefused);
    }
}
