package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.BoxRow;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningServiceTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        Shelf.JOB_RUNS.clear();
        troupe.start();
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void aFactLeadsToACommandAJobAndARow() throws SQLException {
        troupe.commands().send(new Confirm(new OrderId("1")));

        await().untilAsserted(() -> assertThat(row("1").status()).isEqualTo(Status.COMPLETED));
        assertThat(row("1").facts()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(Shelf.JOB_RUNS).containsEntry("1", 2));
        await().untilAsserted(() ->
                assertThat(query("SELECT task_name FROM shelf.scheduled_tasks")).containsExactly("late"));
        assertThat(query("SELECT type || ' ' || (metadata->>'correlationId') FROM events.event ORDER BY position"))
                .containsExactly("order.confirmed 1", "order.completed 1");
        assertThat(
                        query(
                                "SELECT count(*)::text FROM events.event e JOIN events.event c ON c.event_id::text = e.metadata->>'causationId'"))
                .containsExactly("1");
    }

    @Test
    void manyFlowsEndEachOnce() throws SQLException {
        IntStream.range(0, 500).parallel().forEach(i -> troupe.commands().send(new Confirm(new OrderId("m" + i))));

        await().untilAsserted(() -> assertThat(
                        query("SELECT count(*)::text FROM events.event WHERE type = 'order.completed'"))
                .containsExactly("500"));
        await().untilAsserted(() -> assertThat(query("SELECT count(*)::text FROM box.box WHERE facts = 2"))
                .containsExactly("500"));
    }

    @Test
    void onePoisonedEventIsParkedAndTheOthersGoOn() throws SQLException {
        Shelf.POISONED.add("p3");
        IntStream.range(0, 20).forEach(i -> troupe.commands().send(new Confirm(new OrderId("p" + i))));

        await().untilAsserted(() -> assertThat(
                        query("SELECT count(*)::text FROM events.event WHERE type = 'order.completed'"))
                .containsExactly("19"));
        assertThat(
                        query(
                                "SELECT processor || ' ' || sequence || ' ' || event_type || ' ' || cause_message FROM shelf.dead_letter"))
                .containsExactly("shelf-reactions p3 order.confirmed poisoned");
    }

    @Test
    void theServiceSaysWhatItDeclaresAndHowItIs() throws SQLException {
        assertThat(troupe.isReady()).isTrue();
        assertThat(query("SELECT declared->'reactions'->0->>'fact' FROM choreography.declaration"))
                .containsExactly("order.confirmed");
        await().untilAsserted(() -> assertThat(query(
                        "SELECT count(*)::text FROM choreography.instance, jsonb_array_elements(status->'segments')"))
                .containsExactly("3"));
    }

    private BoxRow row(String order) {
        return troupe.view(BoxProjection.class).find(order).orElseThrow();
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
