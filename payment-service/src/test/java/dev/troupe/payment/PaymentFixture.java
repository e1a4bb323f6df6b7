package dev.troupe.payment;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.DeclineReason;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.Money;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.PaymentEvent.PaymentAuthorizationStarted;
import dev.troupe.events.PaymentEvent.PaymentAuthorized;
import dev.troupe.events.PaymentEvent.PaymentCancellationNoted;
import dev.troupe.events.PaymentEvent.PaymentCancelled;
import dev.troupe.events.PaymentEvent.PaymentCaptured;
import dev.troupe.events.PaymentEvent.PaymentDeclined;
import dev.troupe.events.PaymentEvent.PaymentRefundStarted;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.events.PaymentEvent.PaymentRequested;
import dev.troupe.events.PaymentEvent.PaymentVoidStarted;
import dev.troupe.events.PaymentEvent.PaymentVoided;
import dev.troupe.events.Sealed;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import java.time.Instant;
import java.util.List;

/** One payment as its tests know it: 24.50 GBP for order o-1. */
public final class PaymentFixture {

    public static final OrderId ORDER = new OrderId("o-1");
    public static final Money AMOUNT = new Money(2450, "GBP");
    public static final String REFERENCE = "sim-00000001";

    private PaymentFixture() {}

    public static OrderPlaced aPlacedOrder() {
        return aPlacedOrder(ORDER);
    }

    public static OrderPlaced aPlacedOrder(OrderId orderId) {
        return new OrderPlaced(
                orderId,
                new CustomerId("c-1"),
                CustomerTier.STANDARD,
                new Sealed("c-1", "k-1", "c2VhbGVk"),
                "United Kingdom",
                "GBP",
                List.of(new OrderLine(new Sku("TEAPOT"), 1, 2450)),
                2450,
                Instant.parse("2010-12-01T08:26:00Z"),
                OrderOrigin.API,
                WarehouseId.MAIN);
    }

    public static StockReserved reservedStock(OrderId orderId) {
        return new StockReserved(WarehouseId.MAIN, orderId, List.of());
    }

    public static ShipmentDispatched aDispatchedShipment(OrderId orderId) {
        return new ShipmentDispatched(WarehouseId.MAIN, orderId, List.of());
    }

    public static OrderCancelled aCancelledOrder() {
        return aCancelledOrder(ORDER);
    }

    public static OrderCancelled aCancelledOrder(OrderId orderId) {
        return new OrderCancelled(orderId, WarehouseId.MAIN, CancellationReason.CUSTOMER);
    }

    public static PaymentRequested requested() {
        return new PaymentRequested(ORDER, AMOUNT);
    }

    public static PaymentAuthorizationStarted authorizationStarted() {
        return new PaymentAuthorizationStarted(ORDER, AMOUNT);
    }

    public static PaymentAuthorized authorized() {
        return new PaymentAuthorized(ORDER, AMOUNT, REFERENCE);
    }

    public static PaymentDeclined declined(DeclineReason reason) {
        return new PaymentDeclined(ORDER, reason);
    }

    public static PaymentCancellationNoted cancellationNoted() {
        return new PaymentCancellationNoted(ORDER);
    }

    public static PaymentCancelled cancelled() {
        return new PaymentCancelled(ORDER);
    }

    public static PaymentVoidStarted voidStarted() {
        return new PaymentVoidStarted(ORDER);
    }

    public static PaymentVoided voided() {
        return new PaymentVoided(ORDER, AMOUNT);
    }

    public static PaymentCaptured captured() {
        return new PaymentCaptured(ORDER, AMOUNT);
    }

    public static PaymentRefundStarted refundStarted(String refundId, long amountMinor) {
        return new PaymentRefundStarted(ORDER, refundId, new Money(amountMinor, "GBP"));
    }

    public static PaymentRefunded refunded(String refundId, long amountMinor) {
        return new PaymentRefunded(ORDER, refundId, new Money(amountMinor, "GBP"));
    }
}
