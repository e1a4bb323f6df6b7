package dev.troupe.order.api;

import dev.troupe.events.CustomerId;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.View;
import dev.troupe.order.domain.Order;
import dev.troupe.order.domain.OrderStatus;
import dev.troupe.order.view.OrderSummary;
import dev.troupe.spring.http.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows orders. */
@RestController
@RequestMapping("/orders")
@Tag(name = "Orders")
class OrderQueries {

    private final View<OrderSummary> summaries;
    private final AggregateStates states;

    OrderQueries(View<OrderSummary> summaries, AggregateStates states) {
        this.summaries = summaries;
        this.states = states;
    }

    /** If the view has not got there yet, the order itself is asked: what was accepted is never not found. */
    @GetMapping("/{orderId}")
    @Operation(summary = "Shows an order, from the moment it was accepted")
    OrderSummary find(@PathVariable @Parameter(example = "o-1") OrderId orderId) {
        return summaries.find(orderId.value()).orElseGet(() -> look(orderId, OrderSummary::of));
    }

    @GetMapping("/{orderId}/lines")
    @Operation(summary = "Shows what was ordered")
    List<OrderLine> lines(@PathVariable @Parameter(example = "o-1") OrderId orderId) {
        return look(orderId, order -> order.placed().lines());
    }

    @GetMapping
    @Operation(
            summary = "Lists orders by their id",
            description = "The header As-Of-Position says up to which event the list is complete.")
    ResponseEntity<PageOf<OrderSummary>> list(
            @RequestParam @Nullable OrderStatus status,
            @RequestParam @Nullable CustomerId customerId,
            @RequestParam @Nullable OrderId after,
            @RequestParam(defaultValue = PageOf.DEFAULT_LIMIT) @Min(1) @Max(PageOf.MAX_LIMIT) int limit) {
        Map<String, String> equalTo = new HashMap<>();
        if (status != null) {
            equalTo.put("status", status.name());
        }
        if (customerId != null) {
            equalTo.put("customerId", customerId.value());
        }
        return PageOf.answer(summaries.page(equalTo, after == null ? null : after.value(), limit), Function.identity());
    }

    private <T> T look(OrderId orderId, Function<Order, T> look) {
        return states.look(Order.class, orderId.stream(), look).orElseThrow(() -> notFound(orderId));
    }

    static Refusal notFound(OrderId orderId) {
        return new Refusal("order-not-found", 404, "There is no order %s.".formatted(orderId));
    }
}
