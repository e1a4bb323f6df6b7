package dev.troupe.inventory.api;

import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.Warehouse;
import dev.troupe.inventory.view.StockMovement;
import dev.troupe.inventory.view.StockMovement.Kind;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows deliveries and adjustments. If the view has not got there yet, the warehouse itself is asked: what was accepted is never not found. */
@RestController
@RequestMapping("/warehouses/{warehouseId}")
@Tag(name = "Stock")
class MovementQueries {

    private final View<StockMovement> movements;
    private final AggregateStates states;

    MovementQueries(View<StockMovement> movements, AggregateStates states) {
        this.movements = movements;
        this.states = states;
    }

    @GetMapping("/deliveries/{deliveryId}")
    @Operation(summary = "Shows a delivery, from the moment it was accepted")
    Delivery delivery(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @PathVariable
                    @Parameter(example = "delivery-1")
                    @Pattern(regexp = GivenId.PATTERN, message = GivenId.MESSAGE)
                    String deliveryId) {
        return movements
                .find(StockMovement.idOf(warehouseId, Kind.DELIVERY, deliveryId))
                .map(Delivery::of)
                .orElseGet(() -> {
                    requireKnown(warehouseId, "delivery", deliveryId, warehouse -> warehouse.hasReceived(deliveryId));
                    return new Delivery(warehouseId, deliveryId, null, null);
                });
    }

    @GetMapping("/adjustments/{adjustmentId}")
    @Operation(summary = "Shows an adjustment, from the moment it was accepted")
    Adjustment adjustment(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @PathVariable
                    @Parameter(example = "adjustment-1")
                    @Pattern(regexp = GivenId.PATTERN, message = GivenId.MESSAGE)
                    String adjustmentId) {
        return movements
                .find(StockMovement.idOf(warehouseId, Kind.ADJUSTMENT, adjustmentId))
                .map(Adjustment::of)
                .orElseGet(() -> {
                    requireKnown(
                            warehouseId, "adjustment", adjustmentId, warehouse -> warehouse.hasAdjusted(adjustmentId));
                    return new Adjustment(warehouseId, adjustmentId, null, null, null, null);
                });
    }

    private void requireKnown(WarehouseId warehouseId, String kind, String id, Predicate<Warehouse> knows) {
        if (!states.look(Warehouse.class, warehouseId.stream(), knows::test).orElse(false)) {
            throw new Refusal(
                    kind + "-not-found", 404, "The warehouse %s has no %s %s.".formatted(warehouseId, kind, id));
        }
    }
}
