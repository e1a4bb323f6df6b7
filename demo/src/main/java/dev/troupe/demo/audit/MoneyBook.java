package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.demo.audit.Summary.Money;
import java.util.HashMap;
import java.util.Map;

/** Money, counted from facts alone, in minor units; all orders are of one currency. */
final class MoneyBook {

    private final Map<String, Long> orderTotals = new HashMap<>();
    private final Map<String, Integer> authorizations = new HashMap<>();
    private long authorized;
    private long captured;
    private long voided;
    private long refunded;
    private long completedOrders;

    void add(String type, JsonNode fact) {
        String order = fact.path("orderId").asText();
        switch (type) {
            case "order.placed" ->
                orderTotals.put(order, fact.path("totalMinor").asLong());
            case "order.completed" -> completedOrders += orderTotals.getOrDefault(order, 0L);
            case "payment.authorized" -> {
                authorized += amount(fact);
                authorizations.merge(order, 1, Integer::sum);
            }
            case "payment.captured" -> captured += amount(fact);
            case "payment.voided" -> voided += amount(fact);
            case "payment.refunded" -> refunded += amount(fact);
            default -> {
                // not about money
            }
        }
    }

    /** Whether no order was authorized twice. */
    boolean isChargedOnce() {
        return authorizations.values().stream().allMatch(times -> times == 1);
    }

    Money totals() {
        return new Money(authorized, captured, voided, refunded, completedOrders);
    }

    static long amount(JsonNode fact) {
        return fact.path("amount").path("amountMinor").asLong();
    }
}
