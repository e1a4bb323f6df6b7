package dev.troupe.payment.domain;

import static dev.troupe.payment.domain.PaymentStatus.ASKING;
import static dev.troupe.payment.domain.PaymentStatus.AUTHORIZED;
import static dev.troupe.payment.domain.PaymentStatus.CANCELLED;
import static dev.troupe.payment.domain.PaymentStatus.CAPTURED;
import static dev.troupe.payment.domain.PaymentStatus.DECLINED;
import static dev.troupe.payment.domain.PaymentStatus.REQUESTED;
import static dev.troupe.payment.domain.PaymentStatus.VOIDED;
import static dev.troupe.payment.domain.PaymentStatus.VOIDING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.FactMetadata;
import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
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
import dev.troupe.payment.domain.PaymentCommand.CancelPayment;
import dev.troupe.payment.domain.PaymentCommand.RecordAuthorization;
import dev.troupe.payment.domain.PaymentCommand.RecordCapture;
import dev.troupe.payment.domain.PaymentCommand.RecordDecline;
import dev.troupe.payment.domain.PaymentCommand.RecordRefund;
import dev.troupe.payment.domain.PaymentCommand.RecordVoid;
import dev.troupe.payment.domain.PaymentCommand.RequestPayment;
import dev.troupe.payment.domain.PaymentCommand.StartAuthorization;
import dev.troupe.payment.domain.PaymentCommand.StartRefund;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order. It never guesses: once the provider may have been asked, only the provider's answer moves it on, and a
 * cancellation in between is remembered until then. A command that is delivered twice, or that comes too late, changes nothing.
 */
public class Payment {

    private @Nullable OrderId orderId;
    private @Nullable PaymentStatus status;
    private @Nullable Money amount;
    private boolean cancellationNoted;
    private @Nullable String providerReference;
    private @Nullable DeclineReason declineReason;
    private @Nullable String traceparent;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private final Refunds refunds = new Refunds();

    /** For Axon, which then replays the payment's facts. */
    protected Payment() {}

    @AggregateIdentifier
    @Nullable
    String stream() {
        return orderId == null ? null : orderId.paymentStream();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayment command) {
        if (status == null) {
            apply(new PaymentRequested(command.orderId(), command.amount()));
        }
    }

    @CommandHandler
    void handle(StartAuthorization command) {
        if (status == REQUESTED) {
            apply(new PaymentAuthorizationStarted(command.orderId(), known(amount)));
        }
    }

    @CommandHandler
    void handle(RecordAuthorization command) {
        if (status == ASKING) {
            apply(new PaymentAuthorized(command.orderId(), known(amount), command.providerReference()));
            if (cancellationNoted) {
                apply(new PaymentVoidStarted(command.orderId()));
            }
        }
    }

    @CommandHandler
    void handle(RecordDecline command) {
        if (status == ASKING) {
            apply(new PaymentDeclined(command.orderId(), command.reason()));
        }
    }

    /** An order can be cancelled before its payment was ever requested; then nothing is ever asked for. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelPayment command) {
        if (status == null || status == REQUESTED) {
            apply(new PaymentCancelled(command.orderId()));
        } else if (status == ASKING && !cancellationNoted) {
            apply(new PaymentCancellationNoted(command.orderId()));
        } else if (status == AUTHORIZED) {
            apply(new PaymentVoidStarted(command.orderId()));
        }
    }

    @CommandHandler
    void handle(RecordVoid command) {
        if (status == VOIDING) {
            apply(new PaymentVoided(command.orderId(), known(amount)));
        }
    }

    @CommandHandler
    void handle(RecordCapture command) {
        if (status == AUTHORIZED) {
            apply(new PaymentCaptured(command.orderId(), known(amount)));
        }
    }

    @CommandHandler
    void handle(StartRefund command) {
        Money captured = status == CAPTURED ? known(amount) : null;
        if (refunds.isNew(command, captured)) {
            Money wanted = new Money(command.amountMinor(), known(amount).currency());
            apply(new PaymentRefundStarted(command.orderId(), command.refundId(), wanted));
        }
    }

    @CommandHandler
    void handle(RecordRefund command) {
        refunds.findOpen(command.refundId())
                .ifPresent(returned -> apply(new PaymentRefunded(command.orderId(), command.refundId(), returned)));
    }

    @EventSourcingHandler
    void on(
            PaymentEvent fact,
            @Timestamp Instant at,
            @MetaDataValue(FactMetadata.TRACEPARENT) @Nullable String publishedIn) {
        orderId = fact.orderId();
        traceparent = createdAt == null ? publishedIn : traceparent;
        createdAt = createdAt == null ? at : createdAt;
        updatedAt = at;
        switch (fact) {
            case PaymentRequested requested -> {
                status = REQUESTED;
                amount = requested.amount();
            }
            case PaymentAuthorizationStarted _ -> status = ASKING;
            case PaymentAuthorized authorized -> {
                status = AUTHORIZED;
                providerReference = authorized.providerReference();
            }
            case PaymentDeclined declined -> {
                status = DECLINED;
                declineReason = declined.reason();
            }
            case PaymentCancellationNoted _ -> cancellationNoted = true;
            case PaymentCancelled _ -> status = CANCELLED;
            case PaymentVoidStarted _ -> status = VOIDING;
            case PaymentVoided _ -> status = VOIDED;
            case PaymentCaptured _ -> status = CAPTURED;
            case PaymentRefundStarted started -> refunds.on(started);
            case PaymentRefunded refunded -> refunds.on(refunded);
        }
    }

    /** What can be seen of the payment now. */
    public PaymentState state() {
        return new PaymentState(
                known(orderId),
                known(status),
                cancellationNoted,
                amount,
                status == CAPTURED ? known(amount).amountMinor() : 0,
                refunds.startedMinor(),
                refunds.refundedMinor(),
                providerReference,
                declineReason,
                known(createdAt),
                known(updatedAt));
    }

    /** The span in which the payment began, if it is known. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "a payment is known from its first fact on");
    }
}
