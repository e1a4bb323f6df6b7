package dev.troupe.demo.launch;

import dev.troupe.demo.audit.BurstReport;
import dev.troupe.demo.audit.BurstReport.Part;
import dev.troupe.demo.audit.LogFollower;
import dev.troupe.demo.input.GeneratedInput;
import dev.troupe.demo.orders.StockNeeds;
import dev.troupe.demo.orders.play.PlayResult;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.kit.store.PostgresEventLog;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Places orders normally, far too many, and normally again, each time until every flow has ended. */
final class Burst {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_WITH_FLOWS = Duration.ofSeconds(60);
    private static final String LATENCIES = """
            SELECT coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY took), 0),
                   coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY took), 0), count(*)
            FROM (SELECT extract(epoch FROM c.recorded_at - p.recorded_at) * 1000 AS took
                  FROM events.event p JOIN events.event c ON c.stream = p.stream AND c.type = 'order.completed'
                  WHERE p.type = 'order.placed' AND p.position > ?) flow""";

    private final Stage stage;
    private final Console console;
    private final long seed;
    private final DataSource database;
    private final LogFollower follower;

    Burst(Stage stage, Console console, long seed) throws SQLException {
        this.stage = stage;
        this.console = console;
        this.seed = seed;
        this.database = stage.database().admin();
        this.follower = new LogFollower(new PostgresEventLog(database), database);
    }

    BurstReport perform(double rate, int times, int seconds) throws Exception {
        play(rate, seconds);
        console.say("Warmed up. Normal rate: %s orders per second", rate);
        Part normal = play(rate, seconds);
        console.say("Burst: %d times as many", times);
        Part burst = play(rate * times, seconds);
        console.say("Normal rate again");
        Part after = play(rate, seconds);
        return new BurstReport(normal, burst, after, stage.processes().failure().isEmpty());
    }

    private Part play(double rate, int seconds) throws IOException, InterruptedException, SQLException {
        int orders = (int) Math.max(1, rate * seconds);
        MadeUpSoFar soFar = new MadeUpSoFar(stage.data().madeUpOrders(), seed);
        GeneratedInput input = new GeneratedInput(seed, soFar.next(), orders);
        StockNeeds needs = new StockNeeds();
        var counts = input.scan(needs, row -> {});
        Intake intake = new Intake(stage.system(), stage.data().path(), console);
        intake.receive(needs.exactly());
        follower.catchUp();
        long before = follower.audit().progress().placed();
        long position = follower.position();
        PlayResult result = intake.play(
                input, counts, PlaySettings.DEFAULT.withRatePerSecond(rate).withPatience(PATIENCE));
        soFar.played(orders);
        int taken = result.acknowledged() + result.alreadyThere();
        boolean ended = follower.awaitEnd(before + taken, PATIENCE_WITH_FLOWS, now -> {});
        long placed = follower.audit().progress().placed() - before;
        return measured(position, taken, placed, ended);
    }

    private Part measured(long position, int taken, long placed, boolean ended) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATENCIES)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Part(taken, placed, row.getLong(3), ended, row.getDouble(1), row.getDouble(2));
            }
        }
    }
}
