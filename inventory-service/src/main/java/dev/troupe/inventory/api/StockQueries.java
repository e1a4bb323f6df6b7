package dev.troupe.inventory.api;

import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.view.Reservation;
import dev.troupe.inventory.view.StockLevel;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.View;
import dev.troupe.spring.http.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is in stock and what is set aside. */
@RestController
@Tag(name = "Stock")
class StockQueries {

    private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    private final View<StockLevel> levels;
    private final View<Reservation> reservations;

    StockQueries(View<StockLevel> levels, View<Reservation> reservations) {
        this.levels = levels;
        this.reservations = reservations;
    }

    @GetMapping("/warehouses/{warehouseId}/stock")
    @Operation(
            summary = "Lists what a warehouse has, by SKU",
            description = "The header As-Of-Position says up to which event the list is complete.")
    ResponseEntity<PageOf<StockLevel>> list(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @RequestParam @Nullable @Parameter(description = "Only this SKU") Sku sku,
            @RequestParam @Nullable @Parameter(description = "Only what is, or is not, sold out") Boolean soldOut,
            @RequestParam
                    @Nullable
                    @Parameter(description = "The next of the page before")
                    @Pattern(regexp = PRINTABLE, message = "must be the next of the page before")
                    String after,
            @RequestParam(defaultValue = PageOf.DEFAULT_LIMIT) @Min(1) @Max(PageOf.MAX_LIMIT) int limit) {
        Map<String, String> equalTo = new HashMap<>(Map.of("warehouseId", warehouseId.value()));
        if (sku != null) {
            equalTo.put("sku", sku.value());
        }
        if (soldOut != null) {
            equalTo.put("soldOut", soldOut.toString());
        }
        return PageOf.answer(levels.page(equalTo, after, limit), Function.identity());
    }

    @GetMapping("/warehouses/{warehouseId}/stock/{sku}")
    @Operation(summary = "Shows how much of one SKU a warehouse has")
    StockLevel find(
            @PathVariable @Parameter(example = "main") WarehouseId warehouseId,
            @PathVariable @Parameter(example = "MUG") Sku sku) {
        return levels.find(StockLevel.idOf(warehouseId, sku))
                .orElseThrow(() -> new Refusal(
                        "stock-not-found", 404, "The warehouse %s has never had any %s.".formatted(warehouseId, sku)));
    }

    @GetMapping("/reservations/{orderId}")
    @Operation(summary = "Shows what was decided about the goods of an order")
    Reservation reservation(@PathVariable @Parameter(example = "o-1") OrderId orderId) {
        return reservations
                .find(orderId.value())
                .orElseThrow(() -> new Refusal(
                        "reservation-not-found",
                        404,
                        "No warehouse has decided about the order %s yet.".formatted(orderId)));
    }
}
