package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.demo.audit.Summary.Stock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Goods, counted from facts alone: on hand and set aside, per warehouse and SKU. */
final class StockBook {

    private final Map<String, Level> levels = new HashMap<>();
    private final Set<String> everNegative = new HashSet<>();
    private long received;
    private long adjusted;
    private long shipped;

    void add(String type, JsonNode fact) {
        switch (type) {
            case "stock.received" -> received += lines(fact, +1, 0);
            case "stock.adjusted" -> {
                adjusted += fact.path("quantityChange").asLong();
                change(
                        fact,
                        fact.path("sku").asText(),
                        fact.path("quantityChange").asLong(),
                        0);
            }
            case "stock.reserved" -> lines(fact, 0, +1);
            case "stock.released", "stock.reservation-expired" -> lines(fact, 0, -1);
            case "shipment.dispatched" -> shipped += lines(fact, -1, -1);
            default -> {
                // not about goods
            }
        }
    }

    /** Whether goods that came are all either here or shipped. */
    boolean isConserved() {
        return received + adjusted == onHand() + shipped;
    }

    /** Whether no more was ever set aside or shipped than was there. */
    boolean isNeverOversold() {
        return everNegative.isEmpty();
    }

    Stock totals() {
        long reserved =
                levels.values().stream().mapToLong(level -> level.reserved).sum();
        return new Stock(received, adjusted, reserved, shipped, onHand(), everNegative.size());
    }

    /** Which SKUs were ever oversold, by warehouse. */
    Set<String> oversold() {
        return everNegative;
    }

    /** On hand and set aside per warehouse and SKU. */
    Map<String, Pieces> pieces() {
        Map<String, Pieces> pieces = new HashMap<>();
        levels.forEach((key, level) -> pieces.put(key, new Pieces(level.onHand, level.reserved)));
        return pieces;
    }

    /** Goods of one kind in one warehouse. */
    record Pieces(long onHand, long reserved) {}

    private long onHand() {
        return levels.values().stream().mapToLong(level -> level.onHand).sum();
    }

    private long lines(JsonNode fact, int onHandSign, int reservedSign) {
        long pieces = 0;
        for (JsonNode line : fact.path("lines")) {
            long quantity = line.path("quantity").asLong();
            pieces += quantity;
            change(fact, line.path("sku").asText(), onHandSign * quantity, reservedSign * quantity);
        }
        return pieces;
    }

    private void change(JsonNode fact, String sku, long onHand, long reserved) {
        String key = fact.path("warehouseId").asText() + "/" + sku;
        Level level = levels.computeIfAbsent(key, k -> new Level());
        level.onHand += onHand;
        level.reserved += reserved;
        if (level.onHand < 0 || level.reserved < 0 || level.reserved > level.onHand) {
            everNegative.add(key);
        }
    }

    private static final class Level {
        private long onHand;
        private long reserved;
    }
}
