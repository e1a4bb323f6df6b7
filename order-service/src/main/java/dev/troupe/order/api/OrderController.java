package dev.troupe.order.api;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.OrderId;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.order.domain.Order;
import dev.troupe.order.domain.OrderCommand.CancelOrder;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import dev.troupe.spring.http.Accepting;
import dev.troupe.spring.http.Accepting.Accepted;
import dev.troupe.spring.http.EarlierTrace;
import dev.troupe.spring.http.StartsFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders and cancellations. */
@RestController
@RequestMapping("/orders")
@Tag(name = "Orders")
class OrderController {

    private final Commands commands;
    private final AggregateStates states;
    private final Accepting accepting;
    private final OrderPlacement placement;

    OrderController(Commands commands, AggregateStates states, Accepting accepting, OrderPlacement placement) {
        this.commands = commands;
        this.states = states;
        this.accepting = accepting;
        this.placement = placement;
    }

    @PostMapping
    @StartsFlow
    @Operation(summary = "Places an order", description = """
                    Sending the same order again changes nothing: name it by orderId, or by an Idempotency-Key.
                    Problems: invalid-request (400), order-already-exists (409, the id was used for another order),
                    request-in-progress (409), idempotency-key-reused (422), too-many-requests (429), flows-behind and too-busy (503).""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PlaceOrderRequest.class),
                            examples = @ExampleObject(name = "two mugs and a teapot", value = Examples.PLACE_ORDER)))
    @ApiResponse(
            responseCode = "202",
            description = "Placed; Location is where to look, Flow-Id the flow to follow",
            content = @Content(schema = @Schema(implementation = AcceptedOrder.class)))
    ResponseEntity<String> place(
            @RequestBody @Valid PlaceOrderRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request) {
        PlaceOrder command = placement.command(body, idempotencyKey);
        return accepting.accept(request, body, () -> {
            commands.send(command);
            return accepted(command.orderId());
        });
    }

    @PostMapping("/{orderId}/cancellation")
    @Operation(summary = "Cancels an order that is not yet confirmed", description = """
                    Cancelling again changes nothing.
                    Problems: order-not-found (404), order-already-confirmed (409).""")
    @ApiResponse(
            responseCode = "202",
            description = "Cancelled; stock and payment are being given back",
            content = @Content(schema = @Schema(implementation = AcceptedOrder.class)))
    ResponseEntity<String> cancel(
            @PathVariable @Parameter(example = "o-1") OrderId orderId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request) {
        Optional<String> placedIn = states.look(Order.class, orderId.stream(), Order::traceparent)
                .orElseThrow(() -> OrderQueries.notFound(orderId));
        EarlierTrace.linkTo(placedIn.orElse(null));
        return accepting.accept(request, null, () -> {
            commands.send(new CancelOrder(orderId, CancellationReason.CUSTOMER));
            return accepted(orderId);
        });
    }

    private static Accepted accepted(OrderId orderId) {
        return new Accepted("/orders/" + orderId, orderId.value(), new AcceptedOrder(orderId));
    }

    /** What is told at once; the rest is found at its {@code Location}. */
    record AcceptedOrder(OrderId orderId) {}
}
