package dev.troupe.notification;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.Money;
import dev.troupe.events.NotificationEvent.NotificationFailed;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationEvent.NotificationSent;
import dev.troupe.events.NotificationFailureCause;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sealed;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.notification.domain.NotificationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests tell customers: a premium customer ordered two mugs for 9.50 GBP. */
public final class NotificationFixture {

    public static final OrderId ORDER = new OrderId("o-1");
    public static final NotificationId CONFIRMATION = NotificationId.of(NotificationKind.ORDER_CONFIRMED, ORDER);
    public static final Sealed CONTACT = new Sealed("c-1", "k-1", "c2VhbGVk");
    public static final Instant REQUESTED_AT = Instant.parse("2026-01-01T12:00:00Z");

    private NotificationFixture() {}

    public static OrderPlaced aPlacedOrder() {
        return new OrderPlaced(
                ORDER,
                new CustomerId("c-1"),
                CustomerTier.PREMIUM,
                CONTACT,
                "United Kingdom",
                "GBP",
                List.of(new OrderLine(new Sku("MUG"), 2, 475)),
                950,
                REQUESTED_AT,
                OrderOrigin.API,
                WarehouseId.MAIN);
    }

    public static NotificationRequested aRequestedConfirmation() {
        return requested(CONFIRMATION, NotificationKind.ORDER_CONFIRMED, new Money(950, "GBP"), null);
    }

    /** What is requested of each kind. */
    public static NotificationRequested aRequested(NotificationKind kind) {
        return switch (kind) {
            case ORDER_CONFIRMED -> aRequestedConfirmation();
            case SHIPMENT_DISPATCHED -> requested(NotificationId.of(kind, ORDER), kind, null, null);
            case ORDER_CANCELLED ->
                requested(NotificationId.of(kind, ORDER), kind, null, CancellationReason.OUT_OF_STOCK);
            case PAYMENT_REFUNDED ->
                requested(NotificationId.ofRefund(ORDER, "r-1"), kind, new Money(475, "GBP"), null);
        };
    }

    public static NotificationSent aSentConfirmation() {
        return new NotificationSent(CONFIRMATION.value(), ORDER, NotificationKind.ORDER_CONFIRMED);
    }

    public static NotificationFailed aFailedConfirmation(String detail) {
        return new NotificationFailed(
                CONFIRMATION.value(),
                ORDER,
                NotificationKind.ORDER_CONFIRMED,
                NotificationFailureCause.REFUSED,
                detail);
    }

    private static NotificationRequested requested(
            NotificationId id,
            NotificationKind kind,
            @Nullable Money amount,
            @Nullable CancellationReason cancellationReason) {
        return new NotificationRequested(
                id.value(),
                ORDER,
                kind,
                new CustomerId("c-1"),
                CustomerTier.PREMIUM,
                CONTACT,
                amount,
                cancellationReason);
    }
}
