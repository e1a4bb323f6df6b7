package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.BoxRow;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        troupe.start();
        confirm(0, 50);
        await().until(() -> rowsCompleted() == 50);
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void aPlanCountsAndChangesNothing() {
        assertThat(troupe.replays().plan(ReplayRequest.of("box", 0))).satisfies(plan -> {
            assertThat(plan.events()).isEqualTo(100);
            assertThat(plan.rowsAtMost()).isEqualTo(50);
            assertThat(plan.skipped())
                    .extracting(skipped -> skipped.handler())
                    .contains("WhenOrderConfirmedThenComplete");
        });
        assertThat(troupe.replays().list()).isEmpty();
    }

    @Test
    void aFaultInTheLiveRowsIsFoundRepairedAndTakenBack() throws SQLException {
        breakRow("7");
        Replay replay = caughtUp(start(0));

        Comparison comparison = troupe.replays().compare(replay.id(), "tester");
        assertThat(comparison.different()).isEqualTo(1);
        assertThat(comparison.rows()).isEqualTo(49);
        assertThat(comparison.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.key()).isEqualTo("7");
            assertThat(sample.columns()).containsExactly("facts");
        });

        troupe.replays().swap(replay.id(), "tester");
        assertThat(row("7").facts()).isEqualTo(2);

        assertThat(troupe.replays().rollback(replay.id(), "tester").state()).isEqualTo(State.ROLLED_BACK);
        assertThat(row("7").facts()).isEqualTo(99);
    }

    @Test
    void liveHandlingGoesOnBeforeDuringAndAfterASwap() {
        Replay replay = start(0);
        confirm(50, 100);
        caughtUp(replay);
        troupe.replays().swap(replay.id(), "tester");
        confirm(100, 150);

        await().until(() -> rowsCompleted() == 150);
        Replay again = caughtUp(start(0));
        assertThat(troupe.replays().compare(again.id(), "tester").isEqual()).isTrue();
    }

    @Test
    void aRestartedServiceGoesOnWithItsReplay() {
        Replay replay = start(50);
        troupe.close();
        database.close();
        database = ServiceDatabase.open(settings);
        troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());
        troupe.start();

        assertThat(troupe.replays().show(replay.id()).state()).isEqualTo(State.RUNNING);
        caughtUp(troupe.replays().throttle(replay.id(), 0, "tester"));
        Comparison comparison = troupe.replays().compare(replay.id(), "tester");
        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.shadowDigest()).isEqualTo(comparison.liveDigest());
    }

    @Test
    void rowsAreLookedUpByTheirKeyHoweverManyThereAreByNow() throws SQLException {
        execute("""
                INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)
                SELECT 'old-' || i, 0, gen_random_uuid(), 'order.completed', '1', now(),
                       json_build_object('correlationId', 'old-' || i), json_build_object('orderId', 'old-' || i)
                FROM generate_series(1, 2000) i""");
        await().until(() -> number("SELECT count(*) FROM box.box") == 2_050);

        Replay replay = caughtUp(start(2_000));

        String ofShadow = " FROM pg_stat_all_tables WHERE schemaname = 'box__shadow' AND relname = 'box'";
        await().until(() -> number("SELECT n_tup_ins" + ofShadow) == 2_050);
        assertThat(number("SELECT seq_tup_read" + ofShadow)).isZero();
        assertThat(troupe.replays().compare(replay.id(), "tester").isEqual()).isTrue();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() {
        assertThatThrownBy(() -> troupe.replays().start(ReplayRequest.of("nothing", 0), "tester"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("box");
        Replay replay = start(1);
        assertThatThrownBy(() -> troupe.replays().swap(replay.id(), "tester")).hasMessageContaining("CAUGHT_UP");
        assertThatThrownBy(() -> start(0)).hasMessageContaining("being rebuilt");
        assertThat(troupe.replays().cancel(replay.id(), "tester").state()).isEqualTo(State.CANCELLED);
    }

    private Replay start(int eventsPerSecond) {
        return troupe.replays().start(ReplayRequest.of("box", eventsPerSecond), "tester");
    }

    private Replay caughtUp(Replay replay) {
        await().until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
        return replay;
    }

    private void confirm(int from, int to) {
        IntStream.range(from, to).forEach(i -> troupe.commands().send(new Confirm(new OrderId(Integer.toString(i)))));
    }

    private long rowsCompleted() {
        return troupe.view(BoxProjection.class)
                .page(Map.of("status", Status.COMPLETED.name()), null, 1_000)
                .rows()
                .size();
    }

    private BoxRow row(String order) {
        return troupe.view(BoxProjection.class).find(order).orElseThrow();
    }

    private void breakRow(String order) throws SQLException {
        execute("UPDATE box.box SET facts = 99 WHERE order_id = '" + order + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
