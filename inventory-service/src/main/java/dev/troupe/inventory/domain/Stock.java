package dev.troupe.inventory.domain;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.troupe.events.InventoryEvent.Shortage;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many pieces of each SKU are on the shelf, and how many of those are set aside. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
final class Stock {

    private Map<Sku, Level> levels = new HashMap<>();

    long onHand(Sku sku) {
        return level(sku).onHand;
    }

    long reserved(Sku sku) {
        return level(sku).reserved;
    }

    long available(Sku sku) {
        Level level = level(sku);
        return level.onHand - level.reserved;
    }

    /** What keeps a demand from being set aside; empty if nothing does. */
    List<Shortage> shortages(Demand demand) {
        return demand.bySku().entrySet().stream()
                .filter(wanted -> wanted.getValue() > Math.min(available(wanted.getKey()), Demand.LARGEST))
                .map(wanted -> new Shortage(
                        wanted.getKey(), Math.clamp(wanted.getValue(), 0, Demand.LARGEST), available(wanted.getKey())))
                .toList();
    }

    void receive(List<StockLine> lines) {
        lines.forEach(line -> change(line.sku(), line.quantity(), 0));
    }

    void adjust(Sku sku, int delta) {
        change(sku, delta, 0);
    }

    void reserve(List<StockLine> lines) {
        lines.forEach(line -> change(line.sku(), 0, line.quantity()));
    }

    void release(List<StockLine> lines) {
        lines.forEach(line -> change(line.sku(), 0, -line.quantity()));
    }

    void ship(List<StockLine> lines) {
        lines.forEach(line -> change(line.sku(), -line.quantity(), -line.quantity()));
    }

    private void change(Sku sku, int onHand, int reserved) {
        Level level = level(sku);
        levels.put(sku, new Level(Math.addExact(level.onHand, onHand), level.reserved + reserved));
    }

    private Level level(Sku sku) {
        return levels.getOrDefault(sku, Level.NONE);
    }

    private record Level(long onHand, long reserved) {

        private static final Level NONE = new Level(0, 0);
    }
}
