package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.test.Shelf.Confirm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes of one service: three segments, two of them of the reactions. */
class SharingSegmentsTest {

    private static final Duration HAND_OVER = Duration.ofSeconds(10);

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @BeforeEach
    void forget() {
        Shelf.POISONED.clear();
        Shelf.FLAKY.clear();
    }

    @Test
    void oneProcessWorksOnAllSegments() {
        try (ShelfInstance alone = new ShelfInstance(database, "a")) {
            assertThat(alone.troupe.isReady()).isTrue();
            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).containsExactly("a 3 2"));
        }
        assertThat(held()).isEmpty();
    }

    @Test
    void aSecondProcessIsGivenItsShareAndLeavesItBehind() {
        try (ShelfInstance first = new ShelfInstance(database, "a")) {
            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).containsExactly("a 3 2"));
            try (ShelfInstance second = new ShelfInstance(database, "b")) {
                assertThat(second.troupe.isReady()).isTrue();
                await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held())
                        .hasSize(2)
                        .allMatch(share -> share.endsWith(" 1"))
                        .anyMatch(share -> share.contains(" 2 "))
                        .anyMatch(share -> share.contains(" 1 ")));
            }
            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).containsExactly("a 3 2"));
            assertThat(first.troupe.isReady()).isTrue();
        }
    }

    @Test
    void whatAProcessHeldThatWasCutOffIsTakenOver() {
        try (ShelfInstance first = new ShelfInstance(database, "a");
                ShelfInstance second = new ShelfInstance(database, "b")) {
            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).hasSize(2));

            second.cutOff();

            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).containsExactly("a 3 2"));
            confirm(first, "after", 20);
            await().untilAsserted(() -> assertThat(completed()).isEqualTo("20"));
        }
    }

    @Test
    void comingAndGoingUnderLoadLosesNothingAndDoesNothingTwice() throws Exception {
        try (ShelfInstance first = new ShelfInstance(database, "a");
                ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<?> orders = client.submit(() -> confirm(first, "m", 2_000));
            for (String name : List.of("b", "c", "d")) {
                try (ShelfInstance other = new ShelfInstance(database, name)) {
                    await().atMost(HAND_OVER).until(() -> held().size() == 2);
                    assertThat(other.troupe.isReady()).isTrue();
                }
            }
            orders.get();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(completed()).isEqualTo("2000"));
            // the projection follows by itself, and ends with the last instance
            await().untilAsserted(() -> assertThat(database.query("SELECT count(*) FROM box.box WHERE facts = 2"))
                    .containsExactly("2000"));
        }
        assertThat(database.query("SELECT count(*) FROM shelf.dead_letter")).containsExactly("0");
    }

    @Test
    void whoeverHasLostItsSegmentsStoresNothing() {
        try (ShelfInstance shelf = new ShelfInstance(database, "a")) {
            await().atMost(HAND_OVER).untilAsserted(() -> assertThat(held()).containsExactly("a 3 2"));

            String until = database.query("""
                            UPDATE shelf.token SET owner = 'b', claimed_until = now() + interval '3 seconds'
                            RETURNING claimed_until""").getFirst();
            confirm(shelf, "lost", 20);

            await().atMost(HAND_OVER)
                    .untilAsserted(() -> assertThat(completed()).isEqualTo("20"));
            assertThat(database.query(
                            "SELECT count(*) FROM events.event WHERE type = 'order.completed' AND recorded_at < '"
                                    + until + "'"))
                    .containsExactly("0");
        }
    }

    private static void confirm(ShelfInstance instance, String prefix, int flows) {
        for (int i = 0; i < flows; i++) {
            instance.troupe.commands().send(new Confirm(new OrderId(prefix + i)));
        }
    }

    private String completed() {
        return database.query("SELECT count(*) FROM events.event WHERE type = 'order.completed'")
                .getFirst();
    }

    /** Of each process: its name, how many segments it holds, and how many of them are of the reactions. */
    private List<String> held() {
        return database.query("""
                SELECT owner || ' ' || count(*) || ' ' || count(*) FILTER (WHERE processor = 'shelf-reactions')
                FROM (SELECT * FROM shelf.token UNION ALL SELECT * FROM box.token) token
                WHERE claimed_until > now() GROUP BY owner ORDER BY owner""");
    }
}
