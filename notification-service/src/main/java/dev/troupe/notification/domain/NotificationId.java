package dev.troupe.notification.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one notification. It is derived from what the customer is told about, so that one fact leads to one mail however often it is
 * delivered.
 *
 * @param value the kind, a hyphen, the order's id, and for a refund a tilde (which no order's id contains) and the refund's id
 */
public record NotificationId(@JsonValue String value) {

    /** Also keeps line breaks out of the mail header that carries the id. */
    private static final Pattern VALID =
            Pattern.compile("[a-z]+-[a-z]+-[A-Za-z0-9][A-Za-z0-9._:-]{0,99}(~[A-Za-z0-9._:-]{1,100})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NotificationId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a valid notification id: it looks like order-confirmed-ID or payment-refunded-ID~REFUND");
        }
    }

    /** The notification of a kind that an order has once. */
    public static NotificationId of(NotificationKind kind, OrderId orderId) {
        return new NotificationId(prefix(kind) + "-" + orderId);
    }

    /** The notification of one of the refunds of an order. */
    public static NotificationId ofRefund(OrderId orderId, String refundId) {
        return new NotificationId(prefix(NotificationKind.PAYMENT_REFUNDED) + "-" + orderId + "~" + refundId);
    }

    /** The name of the notification's stream in the event store. */
    public String stream() {
        return "notification-" + value;
    }

    private static String prefix(NotificationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return value;
    }
}
