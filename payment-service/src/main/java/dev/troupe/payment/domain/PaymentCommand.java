package dev.troupe.payment.domain;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import dev.troupe.kit.correlation.FlowId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What payment-service can be asked to do with a payment; nobody outside the service can ask it. */
public sealed interface PaymentCommand {

    /** The order that is paid for, which is also the flow. */
    OrderId orderId();

    /** The stream of the payment. */
    @TargetAggregateIdentifier
    default String stream() {
        return orderId().paymentStream();
    }

    /** Note the amount to pay for an order. */
    record RequestPayment(@FlowId OrderId orderId, Money amount) implements PaymentCommand {}

    /** Decide that the provider is to be asked for the money. */
    record StartAuthorization(@FlowId OrderId orderId) implements PaymentCommand {}

    /** Record that the provider holds the money. */
    record RecordAuthorization(@FlowId OrderId orderId, String providerReference) implements PaymentCommand {}

    /** Record that the provider holds nothing and never will. */
    record RecordDecline(@FlowId OrderId orderId, DeclineReason reason) implements PaymentCommand {}

    /** Let go of the money of a cancelled order, or see to it that none is asked for. */
    record CancelPayment(@FlowId OrderId orderId) implements PaymentCommand {}

    /** Record that the provider let go of the money. */
    record RecordVoid(@FlowId OrderId orderId) implements PaymentCommand {}

    /** Record that the provider collected the money. */
    record RecordCapture(@FlowId OrderId orderId) implements PaymentCommand {}

    /**
     * Return captured money to the customer.
     *
     * @param refundId names this refund among those of the payment; asked for again it changes nothing
     * @param amountMinor how much to return, in minor units of the payment's currency; at least 1
     */
    record StartRefund(@FlowId OrderId orderId, String refundId, long amountMinor) implements PaymentCommand {

        public StartRefund {
            if (amountMinor < 1) {
                throw new IllegalArgumentException("a refund returns at least one minor unit, not " + amountMinor);
            }
        }
    }

    /** Record that the provider returned the money of a refund. */
    record RecordRefund(@FlowId OrderId orderId, String refundId) implements PaymentCommand {}
}
