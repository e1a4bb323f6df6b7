package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.BoxRow;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnAxonServer
class ServiceOnAxonServerTest {

    private final Cable cable = new Cable(TestAxonServer.settings().servers());
    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = settings(cable.address());
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final EventLog log = settings.eventStore().openLog("test", database.reader());
    private final Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        Shelf.JOB_RUNS.clear();
        TestAxonServer.empty();
        troupe.start();
    }

    @AfterEach
    void stop() {
        troupe.close();
        log.close();
        telemetry.close();
        database.close();
        cable.close();
    }

    @Test
    void aFactLeadsToACommandAJobAndARow() {
        confirm("1");

        await().untilAsserted(() -> assertThat(status("1")).contains(Status.COMPLETED));
        await().untilAsserted(() -> assertThat(Shelf.JOB_RUNS).containsEntry("1", 2));
        assertThat(typesOfFlow("1")).containsExactly("order.confirmed", "order.completed");
        assertThat(log.eventsOfFlow("1").getLast().metadata())
                .asString()
                .contains(log.eventsOfFlow("1").getFirst().eventId().toString());
    }

    @Test
    void manyFlowsEndEachOnce() {
        IntStream.range(0, 200).parallel().forEach(i -> confirm("m" + i));

        Set<String> types = Set.of("order.confirmed", "order.completed");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(log.countByType(types, Long.MAX_VALUE))
                .isEqualTo(Map.of("order.confirmed", 200L, "order.completed", 200L)));
    }

    /** The append comes first and the token after: what is appended although the transaction then fails is delivered again. */
    @Test
    void aTransactionThatFailsAfterTheAppendDoesNothingTwice() throws SQLException {
        execute("CREATE SEQUENCE public.failures; GRANT USAGE ON SEQUENCE public.failures TO PUBLIC;CREATE FUNCTION"
                + " public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN  IF nextval('public.failures') <= 3 THEN"
                + " RAISE EXCEPTION 'the commit fails' USING ERRCODE = 'serialization_failure'; END IF; RETURN NULL; END $$;CREATE CONSTRAINT TRIGGER fail AFTER"
                + " INSERT ON shelf.scheduled_tasks  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION"
                + " public.fail()");
        confirm("again");

        await().untilAsserted(() -> assertThat(Shelf.JOB_RUNS).containsEntry("again", 2));
        assertThat(typesOfFlow("again")).containsExactly("order.confirmed", "order.completed");
        assertThat(troupe.deadLetters().list(DeadLetterQuery.ALL).items()).isEmpty();
        assertThat(number("SELECT last_value FROM public.failures")).isGreaterThan(3);
    }

    @Test
    void anOutageUnderLoadLosesNothingAndDoesNothingTwice() throws InterruptedException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100).forEach(i -> clients.execute(() -> confirmUntilAcknowledged("o" + i)));
            await().until(() -> log.settledPosition() >= 20);
            cable.cut();
            await().atMost(Duration.ofSeconds(60)).until(() -> !troupe.isReady());
            cable.mend();
        }

        Set<String> types = Set.of("order.confirmed", "order.completed");
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().untilAsserted(() -> assertThat(
                        log.countByType(types, Long.MAX_VALUE))
                .isEqualTo(Map.of("order.confirmed", 100L, "order.completed", 100L)));
        await().atMost(Duration.ofSeconds(30)).until(troupe::isReady);
        assertThat(troupe.deadLetters().list(DeadLetterQuery.ALL).items()).isEmpty();
    }

    private void confirmUntilAcknowledged(String order) {
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
            confirm(order);
            return true;
        });
    }

    @Test
    void aParkedEventIsTakenFromTheServerAgain() {
        Shelf.POISONED.add("d1");
        confirm("d1");
        await().until(() ->
                troupe.deadLetters().list(DeadLetterQuery.ALL).items().size() == 1);

        Shelf.POISONED.clear();
        assertThat(troupe.deadLetters().retryAll("tester").handled()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(status("d1")).contains(Status.COMPLETED));
    }

    @Test
    void aReplayBuildsTheSameProjection() {
        IntStream.range(0, 20).forEach(i -> confirm("r" + i));
        await().untilAsserted(() -> assertThat(status("r19")).contains(Status.COMPLETED));
        assertThat(troupe.replays().plan(ReplayRequest.of("box", 0)).events()).isEqualTo(40);

        Replay replay = troupe.replays().start(ReplayRequest.of("box", 0), "tester");

        await().until(() -> troupe.replays().show(replay.id()).state() == Replay.State.CAUGHT_UP);
        Comparison comparison = troupe.replays().compare(replay.id(), "tester");
        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.rows()).isEqualTo(20);
    }

    @Test
    void singleEventsAreFoundBehindTheIndexAndInIt() {
        confirm("i1");
        await().untilAsserted(() -> assertThat(typesOfFlow("i1")).hasSize(2));
        List<StoredEvent> flow = log.eventsOfFlow("i1");

        assertThat(log.eventsOfStream(flow.getFirst().stream(), 1))
                .extracting(StoredEvent::position)
                .containsExactly(flow.getLast().position());
        await().untilAsserted(
                        () -> assertThat(number("SELECT coalesce(max(position), 0) FROM choreography.event_index"))
                                .isEqualTo(log.settledPosition()));
        assertThat(log.eventsById(
                        List.of(flow.getLast().eventId(), flow.getFirst().eventId())))
                .extracting(StoredEvent::position)
                .containsExactly(flow.getFirst().position(), flow.getLast().position());
    }

    @Test
    void aDatabaseBelongsToOneEventStore() {
        confirm("other");
        Troupe onPostgres =
                Troupe.create(testDatabase.settings("shelf-service"), database, telemetry, Shelf.choreography());
        assertThatThrownBy(onPostgres::start).hasMessageContaining("./troupe migrate --from axon-server --to postgres");

        TestDatabase empty = TestDatabase.create("shelf-service");
        try (ServiceDatabase another = ServiceDatabase.open(empty.settings("shelf-service"));
                Troupe late = Troupe.create(settings, another, telemetry, Shelf.choreography())) {
            assertThatThrownBy(late::start).hasMessageContaining("holds events already");
        }
    }

    private TroupeSettings settings(String address) {
        Map<String, String> properties = new HashMap<>(testDatabase.properties("shelf-service"));
        properties.put("troupe.event-store", "axon-server");
        properties.put("troupe.axonserver", address);
        return TroupeSettings.from("shelf-service", "test", properties::get);
    }

    private void confirm(String order) {
        troupe.commands().send(new Confirm(new OrderId(order)));
    }

    private Optional<Status> status(String order) {
        return troupe.view(BoxProjection.class).find(order).map(BoxRow::status);
    }

    private List<String> typesOfFlow(String flow) {
        return log.eventsOfFlow(flow).stream().map(StoredEvent::type).toList();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
