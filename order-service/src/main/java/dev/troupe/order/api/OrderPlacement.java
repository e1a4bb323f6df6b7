package dev.troupe.order.api;

import dev.troupe.events.OrderId;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.quarantine.SchemaGate;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import dev.troupe.spring.problem.InvalidRequestException;
import dev.troupe.spring.problem.Mistake;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request into a command: fills in what was left out, and seals the contact before it goes any further. */
@Component
class OrderPlacement {

    private final SealedValues sealedValues;
    private final Clock clock;
    private final SchemaGate gate = new SchemaGate();

    OrderPlacement(SealedValues sealedValues, Clock clock) {
        this.sealedValues = sealedValues;
        this.clock = clock;
    }

    /**
     * The command that the request asks for.
     *
     * @param idempotencyKey the client's name for the request, from which the order's is derived if the request has none
     * @throws InvalidRequestException if the request cannot be an order
     */
    PlaceOrder command(PlaceOrderRequest request, @Nullable String idempotencyKey) {
        OrderRules.check(request, clock.instant());
        PlaceOrder command = new PlaceOrder(
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
        if (request.isFromFile()) {
            requireFit(command);
        }
        return command;
    }

    /** What the API itself takes is checked field by field before; what comes from files is also held against the schema. */
    private void requireFit(PlaceOrder command) {
        List<Mistake> mistakes = gate.violations(command.placed()).stream()
                .map(violation -> Mistake.at(violation.pointer(), violation.detail()))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(mistakes);
        }
    }

    private OrderId derivedId(@Nullable String idempotencyKey) {
        return new OrderId(IdempotencyKey.of(idempotencyKey)
                .map(key -> UUID.nameUUIDFromBytes(("order\n" + key).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> TimeOrderedId.at(clock.instant()))
                .toString());
    }
}
