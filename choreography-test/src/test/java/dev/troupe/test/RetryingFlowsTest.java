package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.test.Shelf.Complete;
import dev.troupe.test.Shelf.Confirm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryingFlowsTest {

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @BeforeEach
    void forget() {
        Shelf.POISONED.clear();
        Shelf.FLAKY.clear();
        Shelf.JOB_RUNS.clear();
    }

    @Test
    void aFlowWhoseFailureMayPassIsTriedAgainWhileTheOthersGoOn() {
        Shelf.FLAKY.add("f3");
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            IntStream.range(0, 10).forEach(i -> shelf.troupe.commands().send(new Confirm(new OrderId("f" + i))));
            await().untilAsserted(() -> assertThat(completed()).isEqualTo("9"));
            await().untilAsserted(
                            () -> assertThat(database.query("""
                    SELECT flow ->> 'flowId' || ' ' || (flow ->> 'cause') || ' ' || ((flow ->> 'attempt')::int > 1) || ' '
                        || (flow ->> 'nextTryAt' IS NOT NULL)
                    FROM choreography.instance, jsonb_array_elements(status -> 'segments') segment,
                         jsonb_array_elements(segment -> 'flows') flow""")).containsExactly("f3 away for a moment true true"));

            Shelf.FLAKY.clear();

            await().untilAsserted(() -> assertThat(completed()).isEqualTo("10"));
            await().until(() ->
                    shelf.troupe.deadLetters().list(DeadLetterQuery.ALL).items().isEmpty());
        }
    }

    @Test
    void whatWaitsBehindIsHandledInOrderByTheNextProcessToo() {
        Shelf.FLAKY.add("g");
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            shelf.troupe.commands().send(new Confirm(new OrderId("g")));
            shelf.troupe.commands().send(new Complete(new OrderId("g")));
            await().until(() -> letters().size() == 2);
        }
        Shelf.FLAKY.clear();
        assertThat(Shelf.JOB_RUNS).isEmpty();
        try (ShelfInstance next = new ShelfInstance(database, "b")) {
            assertThat(next.troupe.isReady()).isTrue();
            await().until(() -> Shelf.JOB_RUNS.containsKey("g"));
            await().until(() -> letters().isEmpty());
        }
        assertThat(database.query(
                        "SELECT event_type FROM shelf.dead_letter_history WHERE kind = 'HANDLED' ORDER BY id"))
                .containsExactly("order.confirmed", "order.completed");
    }

    private List<String> letters() {
        return database.query("SELECT event_type FROM shelf.dead_letter ORDER BY position");
    }

    private String completed() {
        return database.query("SELECT count(*) FROM events.event WHERE type = 'order.completed'")
                .getFirst();
    }
}
