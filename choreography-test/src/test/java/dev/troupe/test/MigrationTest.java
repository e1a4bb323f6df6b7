package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.migration.EventStoreMigration;
import dev.troupe.kit.migration.EventStoreMigration.Migrated;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.BoxRow;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnAxonServer
class MigrationTest {

    private final EventStoreSettings axonServer = EventStoreSettings.on(TestAxonServer.settings());
    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");

    @BeforeEach
    void empty() {
        TestAxonServer.empty();
        Shelf.POISONED.clear();
        Shelf.JOB_RUNS.clear();
    }

    @Test
    void aSystemGoesOnWhereItStoppedThereAndBack() throws SQLException {
        Shelf.POISONED.add("ill");
        run("postgres", troupe -> {
            IntStream.range(0, 30).forEach(i -> confirm(troupe, "a" + i));
            confirm(troupe, "ill");
            await().untilAsserted(() -> assertThat(status(troupe, "a29")).contains(Status.COMPLETED));
            await().until(() ->
                    troupe.deadLetters().list(DeadLetterQuery.ALL).items().size() == 1);
        });

        Migrated there = migrate(EventStoreSettings.POSTGRES, axonServer, false);
        assertThat(there.events()).isEqualTo(61);
        Shelf.POISONED.clear();
        run("axon-server", troupe -> {
            assertThat(troupe.deadLetters().retryAll("tester").handled()).isEqualTo(1);
            confirm(troupe, "b");
            await().untilAsserted(() -> assertThat(status(troupe, "ill")).contains(Status.COMPLETED));
            await().untilAsserted(() -> assertThat(status(troupe, "b")).contains(Status.COMPLETED));
        });

        assertThatThrownBy(() -> migrate(axonServer, EventStoreSettings.POSTGRES, false))
                .hasMessageContaining("--resume");
        Migrated back = migrate(axonServer, EventStoreSettings.POSTGRES, true);
        assertThat(back.events()).isEqualTo(64);
        run("postgres", troupe -> {
            confirm(troupe, "c");
            await().untilAsserted(() -> assertThat(status(troupe, "c")).contains(Status.COMPLETED));
            assertThat(row(troupe, "a0").orElseThrow().facts()).isEqualTo(2);
            assertThat(troupe.deadLetters().list(DeadLetterQuery.ALL).items()).isEmpty();
        });
    }

    @Test
    void nothingIsMovedWhileAServiceRunsOrFromAStoreThatIsNotUsed() {
        run("postgres", troupe -> assertThatThrownBy(() -> migrate(EventStoreSettings.POSTGRES, axonServer, false))
                .hasMessageContaining("shelf-service runs"));
        assertThatThrownBy(() -> migrate(axonServer, EventStoreSettings.POSTGRES, false))
                .hasMessageContaining("are in the event store postgres");
    }

    private Migrated migrate(EventStoreSettings from, EventStoreSettings to, boolean resume) throws SQLException {
        return new EventStoreMigration(testDatabase.admin(), from, to).run(resume, events -> {});
    }

    private void run(String eventStore, Consumer<Troupe> work) {
        Map<String, String> properties = new HashMap<>(testDatabase.properties("shelf-service"));
        properties.put("troupe.event-store", eventStore);
        properties.put("troupe.axonserver", TestAxonServer.settings().servers());
        TroupeSettings settings = TroupeSettings.from("shelf-service", "test", properties::get);
        try (ServiceDatabase database = ServiceDatabase.open(settings);
                Telemetry telemetry = Telemetry.create(settings);
                Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography())) {
            troupe.start();
            work.accept(troupe);
        }
    }

    private static void confirm(Troupe troupe, String order) {
        troupe.commands().send(new Confirm(new OrderId(order)));
    }

    private static Optional<Status> status(Troupe troupe, String order) {
        return row(troupe, order).map(BoxRow::status);
    }

    private static Optional<BoxRow> row(Troupe troupe, String order) {
        return troupe.view(BoxProjection.class).find(order);
    }
}
