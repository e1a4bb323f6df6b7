package dev.troupe.order.api;

import dev.troupe.events.OrderId;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request into a command: fills in what was left out, and seals the contact before it goes any further. */
@Component
class OrderPlacement {

    private final SealedValues sealedValues;
    private final Clock clock;

    OrderPlacement(SealedValues sealedValues, Clock clock) {
        this.sealedValues = sealedValues;
        this.clock = clock;
    }

    /**
     * The command that the request asks for.
     *
     * @param idempotencyKey the client's name for the request, from which the order's is derived if the request has none
     * @throws dev.troupe.spring.problem.InvalidRequestException if the request cannot be an order
     */
    PlaceOrder command(PlaceOrderRequest request, @Nullable String idempotencyKey) {
        OrderRules.check(request, clock.instant());
        return new PlaceOrder(
                request.orderId() == null ? derivedId(idempotencyKey) : request.orderId(),
                request.customerId(),
                request.tierOrStandard(),
                sealedValues.seal(request.customerId().value(), request.contact()),
                request.country(),
                request.currency(),
                request.lines().stream()
                        .map(PlaceOrderRequest.Line::toOrderLine)
                        .toList(),
                request.orderedAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                request.originOrApi(),
                request.warehouseOrMain());
    }

    private OrderId derivedId(@Nullable String idempotencyKey) {
        return new OrderId(IdempotencyKey.of(idempotencyKey)
                .map(key -> UUID.nameUUIDFromBytes(("order\n" + key).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> TimeOrderedId.at(clock.instant()))
                .toString());
    }
}
