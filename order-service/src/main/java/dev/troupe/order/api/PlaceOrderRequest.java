package dev.troupe.order.api;

import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.quarantine.QuarantineEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to place an order.
 *
 * @param orderId a name for the order, if the client has one; otherwise one is made
 * @param country where to deliver to, as the customer's channel names it
 * @param currency ISO 4217
 * @param orderedAt when the customer ordered; if absent, when the request came
 * @param origin where the order came from; if absent, from this API
 * @param warehouseId which warehouse delivers; if absent, the main one
 */
public record PlaceOrderRequest(
        @Nullable OrderId orderId,
        @NotNull CustomerId customerId,
        @Nullable CustomerTier customerTier,
        @NotNull @Valid Contact contact,

        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Texts.ONE_LINE, message = Texts.ONE_LINE_MESSAGE)
        String country,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as GBP")
        String currency,

        @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid Line> lines,
        @Nullable Instant orderedAt,
        @Nullable @Valid Origin origin,
        @Nullable WarehouseId warehouseId) {

    /** At most so many lines has an order. */
    static final int MAX_LINES = 1_000;

    CustomerTier tierOrStandard() {
        return customerTier == null ? CustomerTier.STANDARD : customerTier;
    }

    WarehouseId warehouseOrMain() {
        return warehouseId == null ? WarehouseId.MAIN : warehouseId;
    }

    /** The same, but it comes from an entry in quarantine, and with it from where that came. */
    PlaceOrderRequest releasedFrom(QuarantineEntry entry) {
        Origin from = new Origin("quarantine", entry.source(), entry.firstRow(), entry.lastRow());
        return new PlaceOrderRequest(
                orderId, customerId, customerTier, contact, country, currency, lines, orderedAt, from, warehouseId);
    }

    /** Whether nobody but a file vouches for it. */
    boolean isFromFile() {
        return origin != null && !origin.channel.equals("api");
    }

    OrderOrigin originOrApi() {
        return origin == null
                ? OrderOrigin.API
                : new OrderOrigin(origin.channel, origin.file, origin.firstRow, origin.lastRow);
    }

    /**
     * One line.
     *
     * @param unitPriceMinor the price of one piece in minor units of the order's currency
     */
    record Line(
            @NotNull Sku sku,
            @NotNull @Min(1) Integer quantity,
            @NotNull @Min(0) Long unitPriceMinor) {

        OrderLine toOrderLine() {
            return new OrderLine(sku, quantity, unitPriceMinor);
        }
    }

    /** Where an order came from, so that it can be traced back. */
    record Origin(
            @NotNull @Pattern(regexp = "api|import|demo", message = "must be one of api, import, demo")
            String channel,

            @Nullable
            @Size(min = 1, max = 255)
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}/\\\\]*", message = "must be a file's name without its folder")
            String file,

            @Nullable @Min(1) Integer firstRow,
            @Nullable @Min(1) Integer lastRow) {}
}
