package dev.troupe.inventory.api;

import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.spring.http.Accepting;
import dev.troupe.spring.http.Accepting.Accepted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes deliveries and adjustments. */
@RestController
@RequestMapping("/warehouses/{warehouseId}")
@Tag(name = "Stock")
class WarehouseController {

    private final Commands commands;
    private final Accepting accepting;

    WarehouseController(Commands commands, Accepting accepting) {
        this.commands = commands;
        this.accepting = accepting;
    }

    @PostMapping("/deliveries")
    @Operation(
            summary = "Takes in a delivery",
            description = "Sending the same delivery again changes nothing: name it by deliveryId, or by an"
                    + " Idempotency-Key. A warehouse needs no founding; its first delivery makes it.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReceiveStockRequest.class),
                            examples = @ExampleObject(name = "mugs and teapots", value = Examples.RECEIVE_STOCK)))
    @ApiResponse(
            responseCode = "202",
            description = "Received; Location is where to look, Flow-Id the flow to follow",
            content = @Content(schema = @Schema(implementation = AcceptedDelivery.class)))
    ResponseEntity<String> receive(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @RequestBody @Valid ReceiveStockRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(description = "Makes it safe to send the request again", example = "d1")
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request) {
        String id = GivenId.orDerived("delivery", warehouseId, body.deliveryId(), idempotencyKey);
        return accepting.accept(request, body, () -> {
            commands.send(new ReceiveStock(warehouseId, id, body.stockLines()));
            return new Accepted(
                    "/warehouses/" + warehouseId + "/deliveries/" + id, id, new AcceptedDelivery(warehouseId, id));
        });
    }

    @PostMapping("/adjustments")
    @Operation(
            summary = "Brings the books in line with the shelf",
            description = "What is set aside for orders cannot be taken away. Sending the same adjustment again changes"
                    + " nothing: name it by adjustmentId, or by an Idempotency-Key.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustStockRequest.class),
                            examples = @ExampleObject(name = "a broken mug", value = Examples.ADJUST_STOCK)))
    @ApiResponse(
            responseCode = "202",
            description = "Adjusted; Location is where to look, Flow-Id the flow to follow",
            content = @Content(schema = @Schema(implementation = AcceptedAdjustment.class)))
    ResponseEntity<String> adjust(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @RequestBody @Valid AdjustStockRequest body,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Parameter(description = "Makes it safe to send the request again", example = "a1")
                    @Nullable
                    String idempotencyKey,
            HttpServletRequest request) {
        body.check();
        String id = GivenId.orDerived("adjustment", warehouseId, body.adjustmentId(), idempotencyKey);
        return accepting.accept(request, body, () -> {
            commands.send(new AdjustStock(warehouseId, id, body.sku(), body.delta(), body.reason()));
            return new Accepted(
                    "/warehouses/" + warehouseId + "/adjustments/" + id, id, new AcceptedAdjustment(warehouseId, id));
        });
    }

    /** What is told of a delivery at once; the rest is found at its {@code Location}. */
    record AcceptedDelivery(WarehouseId warehouseId, String deliveryId) {}

    /** What is told of an adjustment at once; the rest is found at its {@code Location}. */
    record AcceptedAdjustment(WarehouseId warehouseId, String adjustmentId) {}
}
