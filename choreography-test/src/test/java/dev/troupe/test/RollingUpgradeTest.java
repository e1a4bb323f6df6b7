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
import dev.troupe.test.Lamps.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While a service is upgraded, old code meets facts of new revisions, and then new code those of old ones. */
class RollingUpgradeTest {

    private final TestDatabase testDatabase = TestDatabase.create("lamp-service");

    @Test
    void oldCodeReadsWhatItCanAndTheRestWaitsForTheUpgrade() throws SQLException {
        try (Instance old = new Instance(Lamps.old())) {
            lit("a", "1", "{\"lampId\": \"a\", \"watts\": 40}");
            lit("b", "2", "{\"lampId\": \"b\", \"watts\": 60, \"colour\": \"red\"}");
            lit("c", "3", "{\"lampId\": \"c\", \"power\": 75, \"colour\": \"blue\"}");
            append("lamp.stolen", "c", "1", "{}");

            await().until(() -> old.row(Lamps.OldProjection.class, "b").isPresent());
            assertThat(old.row(Lamps.OldProjection.class, "a")).contains(new Row("a", 40, "white"));
            await().until(() -> letters(old).size() == 1);
            assertThat(letters(old).getFirst().causeMessage())
                    .contains("lamp.lit of revision 3 has no watts", "upgrade the service");

            lit("d", "1", "{\"lampId\": \"d\", \"watts\": 25}");
            await().until(() -> old.row(Lamps.OldProjection.class, "d").isPresent());
        }
        try (Instance upgraded = new Instance(Lamps.upgraded())) {
            assertThat(upgraded.troupe.deadLetters().retryAll("tester").handled())
                    .isEqualTo(1);
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "c")).contains(new Row("c", 75, "blue"));

            Replay replay = upgraded.troupe.replays().start(ReplayRequest.of("lamp_power", 0), "tester");
            await().until(() -> upgraded.troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
            upgraded.troupe.replays().swap(replay.id(), "tester");
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "a")).contains(new Row("a", 40, "white"));
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "b")).contains(new Row("b", 60, "red"));
            assertThat(upgraded.row(Lamps.UpgradedProjection.class, "c")).contains(new Row("c", 75, "blue"));
        }
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

        private final TroupeSettings settings = testDatabase.settings("lamp-service");
        private final ServiceDatabase database = ServiceDatabase.open(settings);
        private final Telemetry telemetry = Telemetry.create(settings);
        private final Troupe troupe;

        Instance(Choreography choreography) {
            troupe = Troupe.create(settings, database, telemetry, choreography);
            troupe.start();
        }

        Optional<Row> row(Class<? extends Projection<Row>> projection, String lamp) {
            View<Row> view = troupe.view(projection);
            return view.find(lamp);
        }

        @Override
        public void close() {
            troupe.close();
            telemetry.close();
            database.close();
        }
    }
}
