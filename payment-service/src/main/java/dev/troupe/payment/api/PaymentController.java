package dev.troupe.payment.api;

import dev.troupe.events.OrderId;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.payment.domain.Payment;
import dev.troupe.payment.domain.PaymentCommand.StartRefund;
import dev.troupe.spring.http.Accepting;
import dev.troupe.spring.http.Accepting.Accepted;
import dev.troupe.spring.http.EarlierTrace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes refunds from operators; everything else about payments happens by itself. */
@RestController
@RequestMapping("/payments")
@Tag(name = "Payments")
class PaymentController {

    private final Commands commands;
    private final AggregateStates states;
    private final Accepting accepting;

    PaymentController(Commands commands, AggregateStates states, Accepting accepting) {
        this.commands = commands;
        this.states = states;
        this.accepting = accepting;
    }

    @PostMapping("/{orderId}/refunds")
    @Operation(
            summary = "Returns captured money to the customer",
            description =
                    "Sending the same refund again changes nothing: name it by refundId, or by an Idempotency-Key.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RefundRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "one mug came broken",
                                            value = "{\"amountMinor\": 475, \"refundId\": \"r-1\"}")))
    @ApiResponse(
            responseCode = "202",
            description = "The provider is being told; Location is where to look, Flow-Id the flow to follow",
            content = @Content(schema = @Schema(implementation = AcceptedRefund.class)))
    ResponseEntity<String> refund(
            @PathVariable @Parameter(example = "o-1") OrderId orderId,
            @RequestBody @Valid RefundRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(description = "Makes it safe to send the request again", example = "b1")
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request) {
        Optional<String> requestedIn = states.look(
                        Payment.class, orderId.paymentStream(), payment -> Optional.ofNullable(payment.traceparent()))
                .orElseThrow(() -> PaymentQueries.notFound(orderId));
        EarlierTrace.linkTo(requestedIn.orElse(null));
        String refundId = body.refundId() == null ? derivedId(orderId, idempotencyKey) : body.refundId();
        return accepting.accept(request, body, () -> {
            commands.send(new StartRefund(orderId, refundId, body.amountMinor()));
            return new Accepted("/payments/" + orderId, orderId.value(), new AcceptedRefund(orderId, refundId));
        });
    }

    private static String derivedId(OrderId orderId, @Nullable String idempotencyKey) {
        return IdempotencyKey.of(idempotencyKey)
                .map(key ->
                        UUID.nameUUIDFromBytes(("refund\n" + orderId + '\n' + key).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    /** What is told at once; the rest is found at its {@code Location}. */
    record AcceptedRefund(OrderId orderId, String refundId) {}
}
