package dev.troupe.payment.api;

import dev.troupe.events.OrderId;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.View;
import dev.troupe.payment.domain.Payment;
import dev.troupe.payment.domain.PaymentStatus;
import dev.troupe.payment.view.PaymentSummary;
import dev.troupe.spring.http.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows payments. */
@RestController
@RequestMapping("/payments")
@Tag(name = "Payments")
class PaymentQueries {

    private final View<PaymentSummary> summaries;
    private final AggregateStates states;

    PaymentQueries(View<PaymentSummary> summaries, AggregateStates states) {
        this.summaries = summaries;
        this.states = states;
    }

    /** If the view has not got there yet, the payment itself is asked. */
    @GetMapping("/{orderId}")
    @Operation(summary = "Shows the payment of an order")
    PaymentSummary find(@PathVariable @Parameter(example = "o-1") OrderId orderId) {
        return summaries
                .find(orderId.value())
                .or(() -> states.look(
                        Payment.class, orderId.paymentStream(), payment -> PaymentSummary.of(payment.state())))
                .orElseThrow(() -> notFound(orderId));
    }

    @GetMapping
    @Operation(
            summary = "Lists payments by the id of their order",
            description = "The header As-Of-Position says up to which event the list is complete.")
    ResponseEntity<PageOf<PaymentSummary>> list(
            @RequestParam @Nullable PaymentStatus status,
            @RequestParam @Nullable OrderId after,
            @RequestParam(defaultValue = PageOf.DEFAULT_LIMIT) @Min(1) @Max(PageOf.MAX_LIMIT) int limit) {
        Map<String, String> equalTo = status == null ? Map.of() : Map.of("status", status.name());
        return PageOf.answer(summaries.page(equalTo, after == null ? null : after.value(), limit), Function.identity());
    }

    static Refusal notFound(OrderId orderId) {
        return new Refusal("payment-not-found", 404, "There is no payment of an order %s.".formatted(orderId));
    }
}
