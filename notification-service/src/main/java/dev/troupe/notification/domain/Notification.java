package dev.troupe.notification.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.Money;
import dev.troupe.events.NotificationEvent.NotificationFailed;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationEvent.NotificationSent;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.correlation.FactReader;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.notification.domain.NotificationCommand.RecordFailed;
import dev.troupe.notification.domain.NotificationCommand.RecordSent;
import dev.troupe.notification.domain.NotificationCommand.RequestNotification;
import dev.troupe.notification.domain.NotificationCommand.TryAgain;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One mail about one fact. Once it is sent nothing changes any more, and what is asked twice is done once; a mail that was given up can be
 * asked for anew.
 */
public class Notification {

    @SuppressWarnings("unused") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable NotificationRequested requested;
    private NotificationStatus status = NotificationStatus.REQUESTED;

    /** For Axon, which then replays the notification's facts. */
    protected Notification() {}

    /** Whom to write to stands in {@code order.placed} alone, so that no other fact has to carry personal data about. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestNotification command, FactReader facts) {
        if (requested != null) {
            return;
        }
        OrderPlaced order = facts.first(command.orderId().stream(), OrderPlaced.class)
                .orElseThrow(() -> new IllegalStateException(
                        "The order %s has no order.placed to take its contact from".formatted(command.orderId())));
        apply(new NotificationRequested(
                command.notificationId().value(),
                command.orderId(),
                command.kind(),
                order.customerId(),
                order.customerTier(),
                order.contact(),
                amount(command, order),
                command.cancellationReason()));
    }

    private static @Nullable Money amount(RequestNotification command, OrderPlaced order) {
        return switch (command.kind()) {
            case ORDER_CONFIRMED -> new Money(order.totalMinor(), order.currency());
            case PAYMENT_REFUNDED -> command.refunded();
            case SHIPMENT_DISPATCHED, ORDER_CANCELLED -> null;
        };
    }

    @CommandHandler
    void handle(RecordSent command) {
        if (status == NotificationStatus.REQUESTED) {
            apply(new NotificationSent(
                    command.notificationId().value(),
                    requested().orderId(),
                    requested().kind()));
        }
    }

    @CommandHandler
    void handle(RecordFailed command) {
        if (status == NotificationStatus.REQUESTED) {
            apply(new NotificationFailed(
                    command.notificationId().value(),
                    requested().orderId(),
                    requested().kind(),
                    command.cause(),
                    command.detail()));
        }
    }

    @CommandHandler
    void handle(@SuppressWarnings("unused") TryAgain command) {
        if (status != NotificationStatus.FAILED) {
            throw new Refusal(
                    "notification-not-failed",
                    409,
                    "The notification is %s; only one that has failed can be tried again.".formatted(status));
        }
        apply(requested());
    }

    @EventSourcingHandler
    void on(NotificationRequested fact) {
        stream = new NotificationId(fact.notificationId()).stream();
        requested = fact;
        status = NotificationStatus.REQUESTED;
    }

    @EventSourcingHandler
    void on(@SuppressWarnings("unused") NotificationSent fact) {
        status = NotificationStatus.SENT;
    }

    @EventSourcingHandler
    void on(@SuppressWarnings("unused") NotificationFailed fact) {
        status = NotificationStatus.FAILED;
    }

    /** What is still to be sent; nothing once it was sent or given up. */
    public Optional<NotificationRequested> pending() {
        return status == NotificationStatus.REQUESTED ? Optional.of(requested()) : Optional.empty();
    }

    /** What was requested. */
    public NotificationRequested requested() {
        return Objects.requireNonNull(requested, "a notification begins with notification.requested");
    }

    /** How far it is. */
    public NotificationStatus status() {
        return status;
    }
}
