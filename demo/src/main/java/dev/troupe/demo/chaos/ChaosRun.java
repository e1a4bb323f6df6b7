package dev.troupe.demo.chaos;

import dev.troupe.demo.audit.Evidence;
import dev.troupe.demo.audit.LogFollower;
import dev.troupe.demo.audit.Oracle;
import dev.troupe.demo.audit.Promised;
import dev.troupe.demo.audit.ProviderBook;
import dev.troupe.demo.audit.Remains;
import dev.troupe.demo.audit.Views;
import dev.troupe.demo.chaos.Conductor.Happened;
import dev.troupe.demo.input.GeneratedInput;
import dev.troupe.demo.input.OpeningStock;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.play.OrderListener;
import dev.troupe.demo.orders.play.OrderPlayer;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.demo.orders.play.PlaySettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** One run: plays orders, disturbs the system meanwhile, waits for all flows to end, and has the oracle judge. */
public final class ChaosRun {

    private static final double CANCEL_PERCENT = 6;
    private static final Duration CUSTOMERS_PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(200);
    /** Read models and idle tokens follow the last event within moments. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(30);

    private final Scene scene;
    private final ChaosSettings settings;

    public ChaosRun(Scene scene, ChaosSettings settings) {
        this.scene = scene;
        this.settings = settings;
    }

    /** Does all of it. */
    public ChaosReport perform() throws IOException, InterruptedException, SQLException {
        GeneratedInput input = new GeneratedInput(settings.seed(), 1, settings.orders());
        StockNeeds needs = new StockNeeds();
        input.scan(needs, row -> {});
        new OpeningStock(scene.inventory(), scene.tokens()).receive(ScarceGoods.of(needs.exactly()));
        Gate gate = new Gate();
        List<Happened> happened;
        List<String> endedByThemselves;
        PlayResult played;
        DataSource database = scene.database().admin();
        LogFollower follower = new LogFollower(scene.log(), database);
        try (Journal journal = new Journal(scene.journal());
                Guardian guardian = new Guardian(scene.processes(), scene.say());
                ExecutorService player = Executors.newSingleThreadExecutor()) {
            Future<PlayResult> playing = player.submit(() -> play(input, gate, journal));
            try {
                Conductor conductor = new Conductor(scene, guardian, journal, gate, playing);
                conductor.perform(Schedule.of(settings.orders(), settings.kills(), settings.seed()), settings.orders());
                played = result(playing);
                happened = conductor.happened();
            } catch (Throwable failure) {
                player.shutdownNow();
                throw failure;
            }
            Instant lastKill = lastKill(happened);
            boolean ended = awaitEnd(follower, lastKill.plus(settings.endWithin()));
            Duration endedAfter = Duration.between(lastKill, Instant.now());
            awaitRest(follower);
            endedByThemselves = guardian.endedByThemselves();
            Evidence evidence = evidence(journal.read(), follower, happened);
            return ChaosReport.of(
                    settings, happened, endedByThemselves, played, ended, endedAfter, evidence, Oracle.judge(evidence));
        }
    }

    private PlayResult play(GeneratedInput input, Gate gate, Journal journal) throws InterruptedException {
        PlaySettings how = PlaySettings.DEFAULT
                .withCancellations(CANCEL_PERCENT, settings.seed())
                .withPatience(CUSTOMERS_PATIENCE);
        try (Refunds refunds = new Refunds(scene.payments(), scene.tokens(), journal);
                var orders = input.open()) {
            OrderListener listener = new OrderListener() {
                @Override
                public void accepted(IncomingOrder order) {
                    journal.accepted(order);
                    refunds.noteOrder(order);
                }

                @Override
                public void cancelled(IncomingOrder order) {
                    journal.cancelled(order);
                }
            };
            return new OrderPlayer(scene.orders(), how, scene.tokens(), listener)
                    .play(new Customers(orders, gate), soFar -> {});
        }
    }

    private static PlayResult result(Future<PlayResult> playing) throws InterruptedException {
        try {
            return playing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static Instant lastKill(List<Happened> happened) {
        return happened.stream()
                .filter(event -> event.disturbance().isKill())
                .map(Happened::to)
                .reduce((first, second) -> second)
                .orElseGet(Instant::now);
    }

    private boolean awaitEnd(LogFollower follower, Instant deadline) throws InterruptedException {
        while (true) {
            follower.catchUp();
            if (follower.audit().open() == 0) {
                return true;
            }
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(GLANCE);
        }
    }

    private void awaitRest(LogFollower follower) throws InterruptedException, SQLException {
        Instant deadline = Instant.now().plus(REST_WITHIN);
        while (!remains(follower).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(GLANCE);
        }
        follower.catchUp();
    }

    private Remains remains(LogFollower follower) throws SQLException {
        follower.catchUp();
        return Remains.of(scene.database().admin(), follower.position());
    }

    private Evidence evidence(Promised promised, LogFollower follower, List<Happened> happened)
            throws IOException, InterruptedException, SQLException {
        return new Evidence(
                promised,
                follower.audit(),
                ProviderBook.of(scene.provider()),
                scene.mailbox().arrivals(),
                happened.stream()
                        .filter(event -> event.disturbance().canHitMails())
                        .map(Happened::span)
                        .toList(),
                Views.of(scene.database().admin()),
                new Enquiry(scene.orders(), scene.tokens()).about(promised.orders()),
                Remains.of(scene.database().admin(), follower.position()));
    }
}
