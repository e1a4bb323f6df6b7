package dev.troupe.events;

/**
 * One line of an order.
 *
 * @param sku what is ordered
 * @param quantity how many pieces, at least 1
 * @param unitPriceMinor the price of one piece in minor units of the order's currency
 */
public record OrderLine(
        Sku sku, @AtLeast(1) int quantity, @AtLeast(0) long unitPriceMinor) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("the quantity of an order line must be at least 1: " + quantity);
        }
        if (unitPriceMinor < 0) {
            throw new IllegalArgumentException("a unit price must not be negative: " + unitPriceMinor);
        }
    }

    /** Quantity times unit price, in minor units. */
    public long totalMinor() {
        return Math.multiplyExact(quantity, unitPriceMinor);
    }
}
