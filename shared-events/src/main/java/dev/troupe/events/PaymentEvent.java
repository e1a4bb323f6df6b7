package dev.troupe.events;

/** What happens to the payment of an order; emitted by payment-service alone. */
public sealed interface PaymentEvent {

    /** The order that is paid for, which is also the flow. */
    OrderId orderId();

    /** The amount to pay for an order is known; nobody has been charged. */
    @Fact(name = "payment.requested", terminal = true)
    record PaymentRequested(OrderId orderId, Money amount) implements PaymentEvent {}

    /** From now on the provider may have been asked for the money, so only the provider knows whether it was authorized. */
    @Fact(name = "payment.authorization-started")
    record PaymentAuthorizationStarted(OrderId orderId, Money amount) implements PaymentEvent {}

    /**
     * The provider holds the money for us.
     *
     * @param providerReference the provider's own name for the authorization
     */
    @Fact(name = "payment.authorized")
    record PaymentAuthorized(OrderId orderId, Money amount, String providerReference) implements PaymentEvent {}

    /** The money will not come; the provider holds nothing. */
    @Fact(name = "payment.declined")
    record PaymentDeclined(OrderId orderId, DeclineReason reason) implements PaymentEvent {}

    /** The order was cancelled while the provider was being asked; the answer decides whether there is something to void. */
    @Fact(name = "payment.cancellation-noted", terminal = true)
    record PaymentCancellationNoted(OrderId orderId) implements PaymentEvent {}

    /** The order was cancelled before the provider was asked: there is nothing to undo. */
    @Fact(name = "payment.cancelled", terminal = true)
    record PaymentCancelled(OrderId orderId) implements PaymentEvent {}

    /** The order was cancelled after the money was authorized: the provider is being told to let go of it. */
    @Fact(name = "payment.void-started")
    record PaymentVoidStarted(OrderId orderId) implements PaymentEvent {}

    /** The provider has let go of the money it held. */
    @Fact(name = "payment.voided", terminal = true)
    record PaymentVoided(OrderId orderId, Money amount) implements PaymentEvent {}

    /** The provider has collected the money for us. */
    @Fact(name = "payment.captured")
    record PaymentCaptured(OrderId orderId, Money amount) implements PaymentEvent {}

    /**
     * An operator asked for captured money to be returned to the customer.
     *
     * @param refundId names this refund among those of the payment
     */
    @Fact(name = "payment.refund-started")
    record PaymentRefundStarted(OrderId orderId, String refundId, Money amount) implements PaymentEvent {}

    /** The provider has returned money to the customer. */
    @Fact(name = "payment.refunded")
    record PaymentRefunded(OrderId orderId, String refundId, Money amount) implements PaymentEvent {}
}
