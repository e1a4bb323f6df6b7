package dev.troupe.demo.audit;

import java.util.Map;
import java.util.Set;

/**
 * What the services have promised to their customers, as the customers wrote it down.
 *
 * @param orders the orders that were acknowledged
 * @param cancellations the orders whose cancellation was acknowledged
 * @param refunds the refunds that were acknowledged: the order and how much
 */
public record Promised(Set<String> orders, Set<String> cancellations, Map<String, Refund> refunds) {

    public Promised {
        orders = Set.copyOf(orders);
        cancellations = Set.copyOf(cancellations);
        refunds = Map.copyOf(refunds);
    }

    /** Money that was promised back, in minor units. */
    public record Refund(String orderId, long amountMinor) {}
}
