package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayAct;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.Confirm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayCausesNothingTest {

    private static final String DRAWN =
            "SELECT last_value FROM pg_sequences WHERE schemaname = 'events' AND sequencename = 'event_position_seq'";

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, choreography());

    @BeforeEach
    void completeOrders() {
        Shelf.POISONED.clear();
        Shelf.JOB_RUNS.clear();
        troupe.start();
        IntStream.range(0, 50).forEach(i -> troupe.commands().send(new Confirm(new OrderId(Integer.toString(i)))));
        await().until(() ->
                Shelf.JOB_RUNS.values().stream().mapToInt(Integer::intValue).sum() == 100);
        await().until(() -> count("SELECT count(*) FROM box.box WHERE status = 'COMPLETED'") == 50);
        await().until(() -> count("SELECT count(*) FROM stopwatch.stopwatch") == 50);
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void nothingIsAppendedSentOrScheduled() {
        long events = count("SELECT count(*) FROM events.event");
        long drawn = count(DRAWN);
        long jobs = count("SELECT count(*) FROM shelf.scheduled_tasks");

        Replay replay = built("box");
        troupe.replays().compare(replay.id(), "tester");
        troupe.replays().swap(replay.id(), "tester");
        troupe.replays().rollback(replay.id(), "tester");

        assertThat(count("SELECT count(*) FROM events.event")).isEqualTo(events);
        assertThat(count(DRAWN)).as("not even a position was drawn").isEqualTo(drawn);
        assertThat(count("SELECT count(*) FROM shelf.scheduled_tasks")).isEqualTo(jobs);
        assertThat(Shelf.JOB_RUNS.values()).hasSize(50).allMatch(runs -> runs == 2);
    }

    @Test
    void aProjectionThatLooksAtTheClockIsFoundOut() {
        Comparison comparison = troupe.replays().compare(built("stopwatch").id(), "tester");

        assertThat(comparison.different()).isEqualTo(50);
        assertThat(comparison.samples()).isNotEmpty().allSatisfy(row -> assertThat(row.columns())
                .containsExactly("seen_at"));
    }

    @Test
    void whoDidWhatIsKept() {
        Replay replay = built("box");
        troupe.replays().throttle(replay.id(), 500, "ada");
        troupe.replays().compare(replay.id(), "bob");
        troupe.replays().cancel(replay.id(), "eve");

        assertThat(troupe.replays().audit(replay.id())).satisfies(audit -> {
            assertThat(audit.acts())
                    .extracting(ReplayAct::actor, ReplayAct::act)
                    .containsExactly(
                            tuple("tester", "STARTED"),
                            tuple("service", "CAUGHT_UP"),
                            tuple("ada", "THROTTLED"),
                            tuple("bob", "COMPARED"),
                            tuple("eve", "CANCELLED"));
            assertThat(audit.plan()).isNotNull().satisfies(plan -> assertThat(plan.eventsByType())
                    .isEqualTo(Map.of("order.confirmed", 50L, "order.completed", 50L)));
            assertThat(audit.replay().events()).isEqualTo(100);
        });
    }

    private Replay built(String projection) {
        Replay replay = troupe.replays().start(ReplayRequest.of(projection, 0), "tester");
        await().until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
        return replay;
    }

    private long count(String sql) {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Choreography choreography() {
        Choreography shelf = Shelf.choreography();
        Choreography.Builder both = Choreography.of(shelf.service()).aggregate(Shelf.Box.class);
        shelf.reactions().forEach(both::reaction);
        shelf.jobs().forEach(both::job);
        shelf.deadlines().forEach(both::deadline);
        return both.projection(new Shelf.BoxProjection())
                .projection(new StopwatchProjection())
                .build();
    }

    record Stopwatch(OrderId orderId, Instant seenAt) {}

    /** What a projection must never do. */
    static final class StopwatchProjection extends Projection<Stopwatch> {
        StopwatchProjection() {
            super("stopwatch", Stopwatch.class);
            on(
                    OrderConfirmed.class,
                    e -> e.orderId().value(),
                    (row, e, at) -> new Stopwatch(e.orderId(), Instant.now()));
        }
    }
}
