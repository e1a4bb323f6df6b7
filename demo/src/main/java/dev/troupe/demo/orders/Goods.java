package dev.troupe.demo.orders;

import dev.troupe.events.Sku;
import java.util.ArrayList;
import java.util.List;

/** One kind of goods of the small theatre shop that generated orders buy from. */
record Goods(Sku sku, long unitPriceMinor) {

    private static final String[] KINDS = {"MUG", "POSTER", "SCARF", "LANTERN", "MASK", "TOTE", "NOTEBOOK", "PUPPET"};
    private static final String[] COLOURS = {"RED", "BLUE", "GOLD", "IVORY", "BLACK"};
    private static final long[] PRICES_MINOR = {749, 1250, 1895, 3399, 425, 999, 295, 5450};
    private static final long COLOUR_SURCHARGE_MINOR = 25;

    /** All forty, the most popular first. */
    static final List<Goods> ALL = all();

    private static List<Goods> all() {
        List<Goods> goods = new ArrayList<>();
        for (int colour = 0; colour < COLOURS.length; colour++) {
            for (int kind = 0; kind < KINDS.length; kind++) {
                Sku sku = new Sku(KINDS[kind] + "-" + COLOURS[colour]);
                goods.add(new Goods(sku, PRICES_MINOR[kind] + colour * COLOUR_SURCHARGE_MINOR));
            }
        }
        return List.copyOf(goods);
    }
}
