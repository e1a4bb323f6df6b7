package dev.troupe.demo.launch;

import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.input.RejectedRows;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.events.StockLine;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.OwnTokens;
import dev.troupe.operator.RunningSystem;
import dev.troupe.operator.Services;
import dev.troupe.quarantine.QuarantineClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Feeds a running system: reads an input, brings the goods it needs, and places its orders. */
final class Intake {

    private final RunningSystem system;
    private final Supplier<@Nullable String> tokens;
    private final Console console;

    Intake(RunningSystem system, Path dataDirectory, Console console) {
        this.system = system;
        this.tokens = OwnTokens.orGiven(dataDirectory, Role.TRADE);
        this.console = console;
    }

    /** Reads a file once, and puts the rows that are no part of an order into quarantine. */
    InputCounts scanFile(Input input, StockNeeds needs) throws IOException {
        try (RejectedRows rejected = new RejectedRows(new QuarantineClient(orderService()))) {
            InputCounts counts = input.scan(needs, rejected::add);
            if (!counts.quarantined().isEmpty()) {
                console.say(
                        "Rows that are no part of an order: %s; ./troupe quarantine list shows them",
                        counts.quarantined());
            }
            return counts;
        }
    }

    private Services orderService() {
        return new Services(Map.of("order", system.url(Port.ORDER.label())), tokens);
    }

    void receive(List<StockLine> goods) throws IOException, InterruptedException {
        new OpeningStock(system.url(Port.INVENTORY.label()), tokens).receive(goods);
    }

    PlayResult play(Input input, InputCounts counts, PlaySettings settings) throws InterruptedException {
        OrderPlayer player = new OrderPlayer(system.url(Port.ORDER.label()), settings, tokens);
        try (Input.Orders orders = input.open();
                ProgressLine progress = new ProgressLine(console, "placed", counts.orders())) {
            PlayResult result = player.play(orders, now -> progress.at(now.played()));
            console.say(
                    "orders placed: %d, there already: %d, refused: %d, cancelled by their customers: %d",
                    result.acknowledged(), result.alreadyThere(), result.refusedOrders(), result.cancellations());
            result.refusals().forEach(refusal -> console.say("  refused: %s, %s", refusal.orderId(), refusal.reason()));
            return result;
        }
    }
}
