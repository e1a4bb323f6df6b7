package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.ReplayInPartTest.TallyProjection;
import dev.troupe.test.Shelf.Confirm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Indexes that only questions need are made when a shadow has caught up, and are there when it is live. */
class IndexesOfAShadowTest {

    private static final String KEY = "tally_pkey";
    private static final String FOR_QUESTIONS = "tally_by_facts";

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");

    @Test
    void theyAreMadeWhenItHasCaughtUp() {
        Choreography shelf = Choreography.of("shelf")
                .aggregate(Shelf.Box.class)
                .projection(new TallyProjection())
                .build();
        try (ServiceDatabase database = ServiceDatabase.open(settings);
                Telemetry telemetry = Telemetry.create(settings);
                Troupe troupe = Troupe.create(settings, database, telemetry, shelf)) {
            troupe.start();
            IntStream.range(0, 50).forEach(i -> troupe.commands().send(new Confirm(new OrderId(Integer.toString(i)))));
            await().until(() -> testDatabase
                    .query("SELECT facts FROM tally.tally WHERE status = 'CONFIRMED'")
                    .equals(List.of("50")));

            Replay replay = troupe.replays().start(ReplayRequest.of("tally", 1), "tester");
            await().untilAsserted(() -> assertThat(indexesIn("tally__shadow")).containsExactly(KEY));
            troupe.replays().throttle(replay.id(), 0, "tester");
            await().until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
            assertThat(indexesIn("tally__shadow")).containsExactly(FOR_QUESTIONS, KEY);

            troupe.replays().swap(replay.id(), "tester");
            assertThat(indexesIn("tally")).containsExactly(FOR_QUESTIONS, KEY);
            assertThat(testDatabase.query("SELECT tablename FROM pg_tables WHERE schemaname = 'tally'"))
                    .containsExactlyInAnyOrder("tally", "token", "flyway_schema_history");
        }
    }

    private List<String> indexesIn(String schema) {
        return testDatabase.query(
                "SELECT indexname FROM pg_indexes WHERE tablename = 'tally' AND schemaname = '%s' ORDER BY 1"
                        .formatted(schema));
    }
}
