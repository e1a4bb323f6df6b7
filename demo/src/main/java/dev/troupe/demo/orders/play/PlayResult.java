package dev.troupe.demo.orders.play;

import java.util.List;
import java.util.Map;

/**
 * What became of the orders that were played.
 *
 * @param acknowledged how many order-service took
 * @param alreadyThere how many it had taken in an earlier run
 * @param refused how many it will never take as they are, by its reason
 * @param refusals the first few of them, for the person who mends them
 * @param cancellations how many customers changed their mind and were heard
 * @param cancellationsTooLate how many changed their mind when the order was decided already
 * @param cancellationsRefused how many cancellations were refused otherwise, by the reason
 */
public record PlayResult(
        int acknowledged,
        int alreadyThere,
        Map<String, Integer> refused,
        List<Refusal> refusals,
        int cancellations,
        int cancellationsTooLate,
        Map<String, Integer> cancellationsRefused) {

    /** Nothing played yet. */
    public static final PlayResult NOTHING = new PlayResult(0, 0, Map.of(), List.of(), 0, 0, Map.of());

    public PlayResult {
        refused = Map.copyOf(refused);
        refusals = List.copyOf(refusals);
        cancellationsRefused = Map.copyOf(cancellationsRefused);
    }

    /** How many orders were answered, one way or the other. */
    public int played() {
        return acknowledged + alreadyThere + refusedOrders();
    }

    /** How many orders were refused, whatever the reason. */
    public int refusedOrders() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
}
