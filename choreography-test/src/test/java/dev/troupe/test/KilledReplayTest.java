package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Kills the process that rebuilds. How often, and how many events there are, can be set: {@code -Dtroupe.test.kills=20}. */
class KilledReplayTest {

    private static final int KILLS = Integer.getInteger("troupe.test.kills", 3);
    private static final int EVENTS = Integer.getInteger("troupe.test.events", 20_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");

    @Test
    void aReplayThatIsKilledAgainAndAgainEndsAsIfNothingHadHappened() throws Exception {
        happened(EVENTS);
        Replay replay = Service.with(testDatabase.properties("shelf-service"), troupe -> {
            await().atMost(PATIENCE).until(() -> live(troupe) >= EVENTS);
            return troupe.replays().start(ReplayRequest.of("box", EVENTS / (2 * KILLS)), "tester");
        });
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMiddle(replay);
        }

        Comparison comparison = Service.with(testDatabase.properties("shelf-service"), troupe -> {
            assertThat(troupe.replays().show(replay.id()).state()).isEqualTo(State.RUNNING);
            troupe.replays().throttle(replay.id(), 0, "tester");
            await().atMost(PATIENCE)
                    .until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
            assertThat(troupe.replays().show(replay.id()).events()).isEqualTo(EVENTS);
            return troupe.replays().compare(replay.id(), "tester");
        });
        assertThat(comparison.rows()).isEqualTo(EVENTS);
        assertThat(comparison.shadowDigest()).isEqualTo(comparison.liveDigest());
    }

    /** Kills it at a random moment after it has gone on for a while. */
    private void killInTheMiddle(Replay replay) throws IOException, SQLException {
        long before = folded(replay);
        Process service = Service.start(testDatabase.properties("shelf-service"));
        try {
            long goal = before + ThreadLocalRandom.current().nextLong(1, EVENTS / (3L * KILLS));
            await().atMost(PATIENCE).until(() -> folded(replay) >= goal);
        } finally {
            service.destroyForcibly().onExit().join();
        }
    }

    private long folded(Replay replay) throws SQLException {
        return query("SELECT events FROM shelf.replay WHERE id = '%s'".formatted(replay.id()));
    }

    private static long live(Troupe troupe) {
        return troupe.replays().projections().getFirst().position();
    }

    private void happened(int events) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)
                    SELECT 'box-' || i, 0, gen_random_uuid(), 'order.confirmed', '1', now(),
                           json_build_object('correlationId', i::text),
                           json_build_object('orderId', i::text, 'warehouseId', 'main')
                    FROM generate_series(1, %d) i""".formatted(events));
        }
    }

    private long query(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A service that only has a view. */
    static final class Service {

        private Service() {}

        /** Runs in a process of its own until it is killed. */
        public static void main(String[] arguments) throws Exception {
            Map<String, String> properties = new HashMap<>();
            System.getProperties().stringPropertyNames().stream()
                    .filter(name -> name.startsWith("troupe."))
                    .forEach(name -> properties.put(name, System.getProperty(name)));
            with(properties, troupe -> {
                new CountDownLatch(1).await();
                return true;
            });
        }

        static Process start(Map<String, String> properties) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m"));
            properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Service.class.getName()));
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        static <T> T with(Map<String, String> properties, Work<T> work) throws Exception {
            TroupeSettings settings = TroupeSettings.from("shelf-service", "test", properties::get);
            Choreography choreography =
                    Choreography.of("shelf").projection(new BoxProjection()).build();
            try (ServiceDatabase database = ServiceDatabase.open(settings);
                    Telemetry telemetry = Telemetry.create(settings);
                    Troupe troupe = Troupe.create(settings, database, telemetry, choreography)) {
                troupe.start();
                return work.run(troupe);
            }
        }

        /** What is done while it runs. */
        interface Work<T> {
            T run(Troupe troupe) throws Exception;
        }
    }
}
