package dev.troupe.events;

/**
 * A quantity of one kind of goods.
 *
 * @param sku what kind
 * @param quantity how many pieces, at least 1
 */
public record StockLine(Sku sku, @AtLeast(1) int quantity) {

    public StockLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a stock quantity must be at least 1: " + quantity);
        }
    }
}
