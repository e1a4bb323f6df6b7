package dev.troupe.demo.launch;

import dev.troupe.demo.audit.Audit.Witnesses;
import dev.troupe.demo.audit.Ledger;
import dev.troupe.demo.audit.LogFollower;
import dev.troupe.demo.audit.Summary;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.mail.MailCount;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.file.InputCounts;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.kit.store.EventLog;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

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
        Intake intake = new Intake(stage.system(), stage.data().path(), console);
        InputCounts counts = scan(intake, input, needs);
        options.faults().order(stage.system().url(Port.PROVIDER.label()));
        intake.receive(options.stockPerSku() == 0 ? needs.exactly() : needs.ofEach(options.stockPerSku()));
        DataSource database = stage.database().admin();
        try (EventLog log = stage.eventStore().openLog("troupe", database)) {
            LogFollower follower = new LogFollower(log, database);
            follower.catchUp();
            long before = follower.audit().progress().placed();
            PlayResult result = intake.play(input, counts, options.settings());
            if (!options.isFile()) {
                soFar.played(options.count());
            }
            return end(follower, before, result, counts);
        }
    }

    private Summary end(LogFollower follower, long before, PlayResult result, InputCounts counts)
            throws IOException, InterruptedException {
        try (ProgressLine progress = new ProgressLine(console, "ended", before + result.acknowledged())) {
            follower.awaitEnd(before + result.acknowledged(), PATIENCE, now -> progress.at(now.ended()));
        }
        return follower.audit().summary(input(counts), witnesses(), Instant.now());
    }

    private InputCounts scan(Intake intake, Input input, StockNeeds needs) throws IOException {
        return options.isFile() ? intake.scanFile(input, needs) : input.scan(needs, row -> {});
    }

    private Witnesses witnesses() throws IOException, InterruptedException {
        Ledger ledger = Ledger.of(stage.system().url(Port.PROVIDER.label()));
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
