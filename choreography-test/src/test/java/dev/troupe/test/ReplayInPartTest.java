package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Selection;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.BoxRow;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayInPartTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, choreography());

    @BeforeEach
    void completeOrders() {
        Shelf.POISONED.clear();
        troupe.start();
        IntStream.range(0, 50).forEach(this::confirm);
        await().until(() -> rows(Status.COMPLETED) == 50);
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void theRowsOfOneFlowAreRepairedAndTheOthersLeftAlone() throws SQLException {
        breakRows("7", "8");
        Replay replay = built(Selection.ofFlow("7"));

        Comparison comparison = troupe.replays().compare(replay.id(), "tester");
        assertThat(comparison.samples()).extracting(row -> row.key()).containsExactly("7");
        troupe.replays().swap(replay.id(), "tester");
        assertThat(row("7").facts()).isEqualTo(2);
        assertThat(row("8").facts()).isEqualTo(99);

        troupe.replays().rollback(replay.id(), "tester");
        assertThat(row("7").facts()).isEqualTo(99);
    }

    @Test
    void whatHappenedSinceARepairSurvivesItsRollback() throws SQLException {
        Shelf.POISONED.add("90");
        confirm(90);
        await().until(() -> rows(Status.CONFIRMED) == 1);
        await().until(() ->
                troupe.deadLetters().list(DeadLetterQuery.ALL).items().size() == 1);
        breakRows("90");
        Replay replay = built(Selection.ofFlow("90"));
        troupe.replays().swap(replay.id(), "tester");
        assertThat(row("90").facts()).isEqualTo(1);

        Shelf.POISONED.clear();
        troupe.deadLetters().retryAll("tester");
        await().until(() -> row("90").status() == Status.COMPLETED);
        troupe.replays().rollback(replay.id(), "tester");

        assertThat(row("90").facts()).isEqualTo(100);
        assertThat(row("90").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void allFlowsTogetherMakeTheWhole() {
        Replay replay = built(Selection.ofSample(100));

        Comparison comparison = troupe.replays().compare(replay.id(), "tester");
        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.rows()).isEqualTo(50);
    }

    @Test
    void aSampleIsAPartAndAlwaysTheSame() {
        ReplayPlan plan = plan(Selection.ofSample(20));

        assertThat(plan.flows()).isBetween(1, 25);
        assertThat(plan(Selection.ofSample(20)).flows()).isEqualTo(plan.flows());
    }

    @Test
    void flowsArePickedByFactStreamAndWindow() {
        assertThat(plan(selection(Map.of("facts", List.of("order.completed"))))).satisfies(plan -> {
            assertThat(plan.flows()).isEqualTo(50);
            assertThat(plan.events()).isEqualTo(100);
        });
        assertThat(plan(selection(Map.of("streams", List.of("box-1", "box-2")))).flows())
                .isEqualTo(2);
        assertThat(plan(selection(Map.of("fromPosition", List.of("1"), "toPosition", List.of("1"))))
                        .flows())
                .isEqualTo(1);
        assertThat(plan(selection(Map.of("to", List.of("2001-01-01T00:00:00Z"))))
                        .flows())
                .isZero();
    }

    @Test
    void aSelectionThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> selection(Map.of("samplePercent", List.of("101"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("samplePercent");
        assertThatThrownBy(() -> selection(Map.of("fromPosition", List.of("soon"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("fromPosition");
        assertThatThrownBy(() -> selection(Map.of("colour", List.of("red")))).isInstanceOf(Refusal.class);
    }

    @Test
    void aProjectionWhoseRowsAreOfManyFlowsIsRefusedWithTheReason() {
        ReplayRequest request = new ReplayRequest("tally", Selection.ofFlow("7"), 0);

        assertThat(troupe.replays().plan(request).refusal()).contains("can only be rebuilt whole");
        assertThatThrownBy(() -> troupe.replays().start(request, "tester"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can only be rebuilt whole");
    }

    private static Selection selection(Map<String, List<String>> parameters) {
        return Selection.of(parameters);
    }

    private ReplayPlan plan(Selection selection) {
        return troupe.replays().plan(new ReplayRequest("box", selection, 0));
    }

    private Replay built(Selection selection) {
        Replay replay = troupe.replays().start(new ReplayRequest("box", selection, 0), "tester");
        await().until(() -> troupe.replays().show(replay.id()).state() == State.CAUGHT_UP);
        return replay;
    }

    private void confirm(int order) {
        troupe.commands().send(new Confirm(new OrderId(Integer.toString(order))));
    }

    private long rows(Status status) {
        return troupe.view(BoxProjection.class)
                .page(Map.of("status", status.name()), null, 1_000)
                .rows()
                .size();
    }

    private BoxRow row(String order) {
        return troupe.view(BoxProjection.class).find(order).orElseThrow();
    }

    private void breakRows(String... orders) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.executeUpdate("UPDATE box.box SET facts = 99 WHERE order_id = '%s'".formatted(order));
            }
        }
    }

    private static Choreography choreography() {
        Choreography shelf = Shelf.choreography();
        Choreography.Builder both = Choreography.of(shelf.service()).aggregate(Shelf.Box.class);
        shelf.reactions().forEach(both::reaction);
        shelf.jobs().forEach(both::job);
        shelf.deadlines().forEach(both::deadline);
        return both.projection(new BoxProjection())
                .projection(new TallyProjection())
                .build();
    }

    record Tally(Status status, int facts) {}

    /** How many facts of each kind there were, whatever their flow. */
    static final class TallyProjection extends Projection<Tally> {
        TallyProjection() {
            super("tally", Tally.class);
            on(OrderConfirmed.class, e -> Status.CONFIRMED.name(), (row, e, at) -> next(row, Status.CONFIRMED));
            on(OrderCompleted.class, e -> Status.COMPLETED.name(), (row, e, at) -> next(row, Status.COMPLETED));
        }

        private static Tally next(@Nullable Tally row, Status status) {
            return new Tally(status, row == null ? 1 : row.facts() + 1);
        }
    }
}
