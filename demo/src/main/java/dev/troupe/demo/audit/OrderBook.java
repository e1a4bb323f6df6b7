package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What facts say of each order: how it stands, and what was said of it more often than can be true. */
final class OrderBook {

    /** What may be said more than once of one order. */
    private static final Set<String> REPEATABLE = Set.of(
            "notification.requested",
            "notification.sent",
            "notification.failed",
            "payment.refund-started",
            "payment.refunded",
            "payment.cancellation-noted");

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> notifications = new HashMap<>();
    private final Map<String, Integer> notificationFacts = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    void add(String type, JsonNode fact) {
        JsonNode id = fact.path("orderId");
        if (id.isMissingNode()) {
            return;
        }
        Order order = orders.computeIfAbsent(id.asText(), key -> new Order());
        boolean isNew = order.facts.add(type);
        if (!isNew && !REPEATABLE.contains(type)) {
            repeated.add("order %s: %s was recorded again".formatted(id.asText(), type));
        }
        order.note(type, fact);
        if (type.startsWith("notification.")) {
            noteNotification(fact.path("notificationId").asText(), type);
        }
    }

    private void noteNotification(String id, String type) {
        notifications.put(id, type);
        if (notificationFacts.merge(id + " " + type, 1, Integer::sum) > 1) {
            repeated.add("notification %s: %s was recorded again".formatted(id, type));
        }
    }

    Map<String, Order> orders() {
        return orders;
    }

    /** Each notification with the newest fact about it. */
    Map<String, String> notifications() {
        return notifications;
    }

    /** Facts that can happen once and were recorded again. */
    List<String> repeated() {
        return repeated;
    }

    /** One order. */
    static final class Order {

        private final Set<String> facts = new HashSet<>();
        private long total;
        private long captured;
        private @Nullable String status;
        private final Map<String, Long> refunds = new HashMap<>();

        private void note(String type, JsonNode fact) {
            switch (type) {
                case "order.placed" -> {
                    total = fact.path("totalMinor").asLong();
                    status = "PLACED";
                }
                case "order.confirmed" -> status = "CONFIRMED";
                case "order.completed" -> status = "COMPLETED";
                case "order.cancelled" -> status = "CANCELLED";
                case "payment.captured" -> captured += MoneyBook.amount(fact);
                case "payment.refunded" -> refunds.put(fact.path("refundId").asText(), MoneyBook.amount(fact));
                default -> {
                    // says nothing more than that it happened
                }
            }
        }

        boolean has(String fact) {
            return facts.contains(fact);
        }

        /** What the customer owes, in minor units. */
        long total() {
            return total;
        }

        long captured() {
            return captured;
        }

        long refunded() {
            return refunds.values().stream().mapToLong(Long::longValue).sum();
        }

        /** As order-service calls it; null before it is placed. */
        @Nullable
        String status() {
            return status;
        }
    }
}
