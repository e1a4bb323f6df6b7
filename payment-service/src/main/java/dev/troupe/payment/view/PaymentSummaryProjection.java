package dev.troupe.payment.view;

import dev.troupe.events.PaymentEvent;
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
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.payment.domain.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Folds the facts about payments, all of them, into one row per order. */
public final class PaymentSummaryProjection extends Projection<PaymentSummary> {

    public PaymentSummaryProjection() {
        super("payment_summary", PaymentSummary.class);
        eachRowIsOfOneFlow();
        for (Class<?> type : PaymentEvent.class.getPermittedSubclasses()) {
            fold(type.asSubclass(PaymentEvent.class));
        }
    }

    private <F extends PaymentEvent> void fold(Class<F> type) {
        on(type, fact -> fact.orderId().value(), PaymentSummaryProjection::after);
    }

    private static @Nullable PaymentSummary after(@Nullable PaymentSummary row, PaymentEvent fact, Recorded recorded) {
        Instant at = recorded.recordedAt();
        if (row != null) {
            return changed(row, fact, at);
        }
        return switch (fact) {
            case PaymentRequested requested -> PaymentSummary.requested(fact.orderId(), requested.amount(), at);
            case PaymentCancelled _ -> PaymentSummary.cancelledBeforeRequested(fact.orderId(), at);
            // A replay of a part of the facts may begin in the middle of a payment, of which there is then no row to
            // change.
            default -> null;
        };
    }

    private static PaymentSummary changed(PaymentSummary row, PaymentEvent fact, Instant at) {
        return switch (fact) {
            case PaymentRequested _ -> row;
            case PaymentAuthorizationStarted _ -> row.now(PaymentStatus.ASKING, at);
            case PaymentAuthorized authorized -> row.authorized(authorized.providerReference(), at);
            case PaymentDeclined declined -> row.declined(declined.reason(), at);
            case PaymentCancellationNoted _ -> row.cancellationNoted(at);
            case PaymentCancelled _ -> row.now(PaymentStatus.CANCELLED, at);
            case PaymentVoidStarted _ -> row.now(PaymentStatus.VOIDING, at);
            case PaymentVoided _ -> row.now(PaymentStatus.VOIDED, at);
            case PaymentCaptured captured -> row.captured(captured.amount(), at);
            case PaymentRefundStarted started -> row.refundRequested(started.amount(), at);
            case PaymentRefunded refunded -> row.refunded(refunded.amount(), at);
        };
    }
}
