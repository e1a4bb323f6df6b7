package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.test.Shelf.Confirm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A crash of the server may take back the newest commits that did not wait for the disk, what they wrote and the token together. */
class TakenBackTest {

    private static final Duration DONE_AGAIN = Duration.ofSeconds(20);
    private static final int RUNS_OF_A_JOB = 2;

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @Test
    void whatACrashTookBackIsDoneAgain() {
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            confirm(shelf, 0, 5);
            await().until(() -> completedRows().equals("5"));

            takeBackProjection();
            confirm(shelf, 5, 6);

            await().atMost(DONE_AGAIN).until(() -> completedRows().equals("6"));
            assertThat(database.query("SELECT count(*) FROM box.box WHERE facts = 2"))
                    .containsExactly("6");
        }
    }

    @Test
    void aReactionThatACrashTookBackAsksForItsJobAgain() {
        int first = 100;
        int next = 101;
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            confirm(shelf, first, next);
            await().until(() -> runs(first) == RUNS_OF_A_JOB);

            takeBackReactions();
            confirm(shelf, next, next + 1);

            await().atMost(DONE_AGAIN).until(() -> runs(first) == 2 * RUNS_OF_A_JOB);
        }
    }

    private void takeBackProjection() {
        assertThat(database.query("""
                WITH rows AS (DELETE FROM box.box)
                UPDATE box.token SET position = 0, event_id = NULL RETURNING segment""")).hasSize(1);
    }

    private void takeBackReactions() {
        assertThat(database.query("UPDATE shelf.token SET position = 0, event_id = NULL RETURNING segment"))
                .isNotEmpty();
    }

    private static int runs(int flow) {
        return Shelf.JOB_RUNS.getOrDefault("flow-" + flow, 0);
    }

    private static void confirm(ShelfInstance shelf, int from, int to) {
        for (int i = from; i < to; i++) {
            shelf.troupe.commands().send(new Confirm(new OrderId("flow-" + i)));
        }
    }

    private String completedRows() {
        return database.query("SELECT count(*) FROM box.box WHERE status = 'COMPLETED'")
                .getFirst();
    }
}
