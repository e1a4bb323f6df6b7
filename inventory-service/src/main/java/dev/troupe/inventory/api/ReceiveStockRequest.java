package dev.troupe.inventory.api;

import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to take in a delivery.
 *
 * @param deliveryId a name for the delivery, if the client has one; otherwise one is made
 */
record ReceiveStockRequest(
        @Nullable @Pattern(regexp = GivenId.PATTERN, message = GivenId.MESSAGE)
        String deliveryId,

        @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid Line> lines) {

    /** At most so many lines has a delivery. */
    static final int MAX_LINES = 10_000;

    List<StockLine> stockLines() {
        return lines.stream()
                .map(line -> new StockLine(line.sku, line.quantity))
                .toList();
    }

    /** How many pieces of one SKU came. */
    record Line(@NotNull Sku sku, @NotNull @Min(1) Integer quantity) {}
}
