package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.demo.audit.Evidence.Span;
import dev.troupe.demo.audit.Promised.Refund;
import dev.troupe.demo.audit.StockBook.Pieces;
import dev.troupe.demo.mail.Mailbox.Arrival;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.Expectations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The evidence of a small run in which everything went as it should: one order completed and half refunded, one cancelled by its customer
 * when it was paid, one for which there was no stock. All of it can be doctored.
 */
final class HealthyRun {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    final List<StoredEvent> events = new ArrayList<>();
    final List<String> ledger = new ArrayList<>();
    final Map<String, List<Arrival>> mails = new HashMap<>();
    final List<Span> excuses = new ArrayList<>();
    final Set<String> orders = new HashSet<>(Set.of("completed", "cancelled", "rejected"));
    final Set<String> cancellations = new HashSet<>(Set.of("cancelled"));
    final Map<String, Refund> refunds = new HashMap<>(Map.of("r-1", new Refund("completed", 250)));
    final Map<String, String> orderView =
            new HashMap<>(Map.of("completed", "COMPLETED", "cancelled", "CANCELLED", "rejected", "CANCELLED"));
    final Map<String, Views.Money> paymentView = new HashMap<>(Map.of(
            "completed", new Views.Money(500, 250),
            "cancelled", new Views.Money(0, 0),
            "rejected", new Views.Money(0, 0)));
    final Map<String, Pieces> stockView = new HashMap<>(Map.of("main/CUP", new Pieces(8, 0)));
    final Map<String, String> notificationView = new HashMap<>();
    final Map<String, String> answers = new HashMap<>(orderView);
    Remains remains = new Remains(List.of(), List.of(), List.of());

    HealthyRun() {
        event("warehouse-main", "delivery-1", "stock.received", goods("", 10));
        place("completed", 2);
        event("warehouse-main", "completed", "stock.reserved", goods("completed", 2));
        event("payment-completed", "completed", "payment.authorized", money("completed", 500));
        entry("completed", "AUTHORIZED", 500);
        event("order-completed", "completed", "order.confirmed", order("completed"));
        event("warehouse-main", "completed", "shipment.dispatched", goods("completed", 2));
        event("payment-completed", "completed", "payment.captured", money("completed", 500));
        entry("completed", "CAPTURED", 500);
        event("order-completed", "completed", "order.completed", order("completed"));
        event(
                "payment-completed",
                "completed",
                "payment.refunded",
                money("completed", 250).put("refundId", "r-1"));
        entry("completed", "REFUNDED", 250);
        place("cancelled", 1);
        event("warehouse-main", "cancelled", "stock.reserved", goods("cancelled", 1));
        event("payment-cancelled", "cancelled", "payment.authorized", money("cancelled", 250));
        entry("cancelled", "AUTHORIZED", 250);
        event(
                "order-cancelled",
                "cancelled",
                "order.cancelled",
                order("cancelled").put("reason", "CUSTOMER"));
        event("warehouse-main", "cancelled", "stock.released", goods("cancelled", 1));
        event("payment-cancelled", "cancelled", "payment.voided", money("cancelled", 250));
        entry("cancelled", "VOIDED", 250);
        place("rejected", 99);
        event("warehouse-main", "rejected", "stock.reservation-rejected", order("rejected"));
        event("order-rejected", "rejected", "order.cancelled", order("rejected").put("reason", "OUT_OF_STOCK"));
        event("payment-rejected", "rejected", "payment.cancelled", order("rejected"));
        orders.forEach(this::tell);
    }

    Evidence evidence() {
        try {
            Audit audit = new Audit(new Expectations(List.of()));
            events.forEach(audit::add);
            return new Evidence(
                    new Promised(orders, cancellations, refunds),
                    audit,
                    ProviderBook.of(ledger.stream()),
                    mails,
                    excuses,
                    new Views(orderView, paymentView, stockView, notificationView),
                    answers,
                    remains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records one more event. */
    void event(String stream, String flow, String type, JsonNode payload) {
        long last =
                events.stream().filter(event -> event.stream().equals(stream)).count() - 1;
        events.add(stored(stream, last + 1, flow, type, payload));
    }

    StoredEvent stored(String stream, long streamPosition, String flow, String type, JsonNode payload) {
        return new StoredEvent(
                events.size() + 1,
                stream,
                streamPosition,
                null,
                UUID.randomUUID(),
                type,
                "1",
                NOON,
                NOON,
                bytes(JSON.createObjectNode().put("correlationId", flow)),
                bytes(payload));
    }

    /** Adds an entry to the provider's ledger, under the key that belongs to the order. */
    void entry(String order, String type, long amount) {
        entry("payment-" + order, order, type, amount);
    }

    void entry(String key, String order, String type, long amount) {
        ObjectNode entry =
                JSON.createObjectNode().put("key", key).put("type", type).put("amountMinor", amount);
        if (type.equals("AUTHORIZED")) {
            entry.put("reference", order);
        }
        if (type.equals("REFUNDED")) {
            entry.put("refundKey", "r-1");
        }
        ledger.add(entry.toString());
    }

    void forget(String type, String order) {
        events.removeIf(event -> event.type().equals(type)
                && new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8).contains("\"" + order + "\""));
    }

    private void place(String order, int pieces) {
        event("order-" + order, order, "order.placed", order(order).put("totalMinor", 250L * pieces));
    }

    /** The customer of each order gets one mail. */
    private void tell(String order) {
        ObjectNode fact = order(order).put("notificationId", "mail-" + order);
        event("notification-" + order, order, "notification.requested", fact);
        event("notification-" + order, order, "notification.sent", fact);
        mails.put("mail-" + order, List.of(new Arrival(NOON, "<" + order + ">")));
        notificationView.put("mail-" + order, "SENT");
    }

    static ObjectNode order(String order) {
        return JSON.createObjectNode().put("orderId", order);
    }

    static ObjectNode money(String order, long amount) {
        ObjectNode fact = order(order);
        fact.putObject("amount").put("amountMinor", amount).put("currency", "GBP");
        return fact;
    }

    static ObjectNode goods(String order, int pieces) {
        ObjectNode fact = order.isEmpty() ? JSON.createObjectNode() : order(order);
        fact.put("warehouseId", "main");
        fact.putArray("lines").addObject().put("sku", "CUP").put("quantity", pieces);
        return fact;
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
