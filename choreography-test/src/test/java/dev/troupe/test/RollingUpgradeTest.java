package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Lamps.Light;
import dev.troupe.test.Lamps.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** While a service is upgraded, old code meets facts of new revisions, and then new code those of old ones. */
class RollingUpgradeTest {

    private static final int LAMPS = 100;

    private final TestDatabase testDatabase = TestDatabase.create("lamp-service");

    @Test
    void oldCodeReadsWhatItCanAndTheRestWaitsForTheUpgrade() throws SQLException {
        try (Instance old = new Instance("old", Lamps.old())) {
            lit("a", "1", "{\"lampId\": \"a\", \"watts\": 40}");
            lit("b", "2", "{\"lampId\": \"b\", \"watts\": 60, \"colour\": \"red\"}");
            lit("c", "3", "{\"lampId\": \"c\", \"power\": 75, \"colour\": \"blue\"}");
            append("lamp.stolen", "c", "1", "{}");

            await().until(() -> old.row(Lamps.OldProjection.class, "b").isPresent());
            assertThat(old.row(Lamps.OldProjection.class, "a")).contains(new Row("a", 40, "white"));
            await().until(() -> letters(old).size() == 2);
            assertThat(letters(old)).extracting(DeadLetter::causeMessage).allSatisfy(cause -> assertThat(cause)
                    .contains("lamp.lit of revision 3 has no watts", "upgrade the service"));

            lit("d", "1", "{\"lampId\": \"d\", \"watts\": 25}");
            await().until(() -> old.row(Lamps.OldProjection.class, "d").isPresent());
        }
        try (Instance upgraded = new Instance("new", Lamps.upgraded())) {
            assertThat(upgraded.troupe.deadLetters().retryAll("tester").handled())
                    .isEqualTo(2);
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "c")).contains(new Row("c", 75, "blue"));

            Replay replay = upgraded.troupe.replays().start(ReplayRequest.of("lamp_power", 0), "tester");
            await().until(() -> upgraded.troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
            upgraded.troupe.replays().swap(replay.id(), "tester");
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "a")).contains(new Row("a", 40, "white"));
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "b")).contains(new Row("b", 60, "red"));
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "c")).contains(new Row("c", 75, "blue"));
        }
    }

    @Test
    void bothVersionsRunSideBySideWhileTheNewOnePublishesWhatTheOldCannotRead() throws Exception {
        try (Instance old = new Instance("old", Lamps.old())) {
            old.light("before", LAMPS);
            await().until(() -> metered() == LAMPS);

            try (Instance upgraded = new Instance("new", Lamps.upgraded());
                    ExecutorService clients = Executors.newFixedThreadPool(2)) {
                await().until(() -> holders().equals(List.of("new", "old")));
                Future<?> toOld = clients.submit(() -> old.light("old", LAMPS));
                Future<?> toNew = clients.submit(() -> upgraded.light("new", LAMPS));
                toOld.get();
                toNew.get();
                await().until(() -> metered() + waiting() == 3 * LAMPS);
                assertThat(waiting())
                        .as("the old version holds a segment and cannot read what the new one publishes")
                        .isPositive();

                old.close();
                await().until(() -> holders().equals(List.of("new")));
                upgraded.light("after", LAMPS);
                upgraded.troupe.deadLetters().retryAll("tester");

                await().until(() -> metered() == 4 * LAMPS);
                assertThat(letters(upgraded)).isEmpty();
                assertThat(testDatabase.query("SELECT DISTINCT revision FROM events.event WHERE type = 'lamp.lit'"
                                + " ORDER BY revision"))
                        .containsExactly("1", "3");
                assertThat(testDatabase.query(
                                "SELECT count(DISTINCT stream) FROM events.event WHERE type = 'lamp.metered'"))
                        .as("each lamp was metered, and none twice")
                        .containsExactly("" + 4 * LAMPS);
                await().untilAsserted(() -> assertThat(powers(upgraded)).isEqualTo(lit()));
            }
        }
    }

    /** What each lamp was lit with. */
    private static Map<String, Integer> lit() {
        Map<String, Integer> lit = new TreeMap<>();
        for (String lamps : List.of("before", "old", "new", "after")) {
            for (int i = 0; i < LAMPS; i++) {
                lit.put(lamps + i, power(i));
            }
        }
        return lit;
    }

    /** What the projection says each lamp was lit with. */
    private static Map<String, Integer> powers(Instance instance) {
        Map<String, Integer> powers = new TreeMap<>();
        for (String lamp : lit().keySet()) {
            instance.row(Lamps.UpgradedProjection.class, lamp).ifPresent(row -> powers.put(lamp, row.power()));
        }
        return powers;
    }

    private static int power(int lamp) {
        return 40 + lamp;
    }

    private long metered() {
        return Long.parseLong(testDatabase
                .query("SELECT count(*) FROM events.event WHERE type = 'lamp.metered'")
                .getFirst());
    }

    /** How many facts wait in a dead letter of the reaction. */
    private long waiting() {
        return Long.parseLong(testDatabase
                .query("SELECT count(*) FROM lamp.dead_letter WHERE processor = 'lamp-reactions'")
                .getFirst());
    }

    /** The versions that work on the reactions. */
    private List<String> holders() {
        return testDatabase.query("SELECT DISTINCT owner FROM lamp.token WHERE claimed_until > now() ORDER BY owner");
    }

    private static List<DeadLetter> letters(Instance instance) {
        return instance.troupe.deadLetters().list(DeadLetterQuery.ALL).items();
    }

    private void lit(String lamp, String revision, String payload) throws SQLException {
        append("lamp.lit", lamp, revision, payload);
    }

    private void append(String type, String lamp, String revision, String payload) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at,"
                                + " metadata, payload) VALUES (?, 0, ?, ?, ?, now(), ?::json, ?::json)")) {
            insert.setString(1, type + "-" + lamp);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, type);
            insert.setString(4, revision);
            insert.setString(5, "{\"correlationId\": \"%s\"}".formatted(lamp));
            insert.setString(6, payload);
            insert.executeUpdate();
        }
    }

    /** The service in one of its versions. */
    private final class Instance implements AutoCloseable {

        private final ServiceDatabase database;
        private final Telemetry telemetry;
        private final Troupe troupe;
        private boolean open = true;

        Instance(String name, Choreography choreography) {
            Map<String, String> properties = new HashMap<>(testDatabase.properties("lamp-service"));
            properties.put("troupe.instance", name);
            TroupeSettings settings = TroupeSettings.from("lamp-service", "test", properties::get);
            database = ServiceDatabase.open(settings);
            telemetry = Telemetry.create(settings);
            troupe = Troupe.create(settings, database, telemetry, choreography);
            troupe.start();
        }

        void light(String lamps, int count) {
            for (int i = 0; i < count; i++) {
                troupe.commands().send(new Light(lamps + i, power(i)));
            }
        }

        Optional<Row> row(Class<? extends Projection<Row>> projection, String lamp) {
            View<Row> view = troupe.view(projection);
            return view.find(lamp);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                troupe.close();
                telemetry.close();
                database.close();
            }
        }
    }
}
