package dev.troupe.demo.launch;

import dev.troupe.demo.audit.Audit.Witnesses;
import dev.troupe.demo.audit.Ledger;
import dev.troupe.demo.audit.LogFollower;
import dev.troupe.demo.audit.Summary;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.input.QuarantineFile;
import dev.troupe.demo.mail.MailCount;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlayResult;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plays an input against a running stage and sums up what came of it. */
final class Play {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final PlayOptions options;
    private final Console console;

    Play(Stage stage, PlayOptions options, Console console) {
        this.stage = stage;
        this.options = options;
        this.console = console;
    }

    /** Plays, waits until every flow has ended or clearly never will, and sums up. */
    Summary perform() throws IOException, InterruptedException, SQLException {
        MadeUpSoFar soFar = new MadeUpSoFar(stage.data().madeUpOrders(), options.seed());
        Input input = options.input(soFar.next());
        StockNeeds needs = new StockNeeds();
        InputCounts counts = scan(input, needs);
        RunningSystem system = stage.system();
        options.faults().order(system.url(Port.PROVIDER));
        new OpeningStock(system.url(Port.INVENTORY))
                .receive(options.stockPerSku() == 0 ? needs.exactly() : needs.ofEach(options.stockPerSku()));
        LogFollower follower = new LogFollower(stage.database().admin());
        follower.catchUp();
        long before = follower.audit().progress().placed();
        PlayResult result = play(input, system);
        if (!options.isFile()) {
            soFar.played(options.count());
        }
        try (ProgressLine progress = new ProgressLine(console, "ended", before + result.acknowledged())) {
            follower.awaitEnd(before + result.acknowledged(), PATIENCE, now -> progress.at(now.ended()));
        }
        return follower.audit().summary(input(counts), witnesses(), Instant.now());
    }

    private InputCounts scan(Input input, StockNeeds needs) throws IOException {
        if (!options.isFile()) {
            return input.scan(needs, row -> {});
        }
        String name = options.file().getFileName().toString();
        try (QuarantineFile quarantine = new QuarantineFile(stage.data().quarantine(), name)) {
            InputCounts counts = input.scan(needs, quarantine::add);
            if (!counts.quarantined().isEmpty()) {
                console.say("Rows that are no part of an order are kept in %s", quarantine.path());
            }
            return counts;
        }
    }

    private PlayResult play(Input input, RunningSystem system) throws InterruptedException {
        OrderPlayer player = new OrderPlayer(system.url(Port.ORDER), options.settings());
        try (Input.Orders orders = input.open();
                ProgressLine progress = new ProgressLine(console, "placed", 0)) {
            PlayResult result = player.play(orders, now -> progress.at(now.played()));
            console.say(
                    "%d orders placed, %d were there already, %d refused; %d cancelled by their customers",
                    result.acknowledged(), result.alreadyThere(), result.refusedOrders(), result.cancellations());
            result.refusals().forEach(refusal -> console.say("  refused: %s, %s", refusal.orderId(), refusal.reason()));
            return result;
        }
    }

    private Witnesses witnesses() throws IOException, InterruptedException {
        Ledger ledger = Ledger.of(stage.system().url(Port.PROVIDER));
        MailCount mails = stage.mailbox().count();
        return new Witnesses(
                ledger.authorizedMinor(),
                ledger.capturedMinor(),
                ledger.voidedMinor(),
                ledger.refundedMinor(),
                ledger.keysChargedMoreThanOnce(),
                mails.notifications(),
                mails.repeated().isEmpty());
    }

    private static Summary.Input input(InputCounts counts) {
        return new Summary.Input(
                counts.rows(),
                counts.orders(),
                counts.lines(),
                counts.quarantined().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry -> entry.getValue().longValue(),
                                Long::sum,
                                TreeMap::new)),
                counts.totalMinor());
    }
}
