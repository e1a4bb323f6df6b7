package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.kit.idempotency.AnswerSweeper;
import dev.troupe.kit.idempotency.IdempotentRequests.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AnswerSweeperTest {

    private static final Answer ANSWER = new Answer(202, "/things/1", "1", "{}");

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @Test
    void answersAreKeptForADayAndThenThrownAway() throws SQLException {
        try (ShelfInstance shelf = new ShelfInstance(database, "a");
                AnswerSweeper sweeper = new AnswerSweeper(database.admin(), "shelf")) {
            for (String key : new String[] {"new", "young", "old", "older"}) {
                shelf.troupe.idempotentRequests().once(key, "f", () -> ANSWER);
            }
            age("young", "23 hours 59 minutes");
            age("old", "24 hours 1 minute");
            age("older", "30 days");

            assertThat(sweeper.sweep()).isEqualTo(2);

            assertThat(database.query("SELECT key FROM shelf.idempotency_key ORDER BY key"))
                    .containsExactly("new", "young");
            assertThat(sweeper.sweep()).isZero();
        }
    }

    private void age(String key, String age) {
        database.query(
                "UPDATE shelf.idempotency_key SET created_at = now() - interval '%s' WHERE key = '%s' RETURNING key"
                        .formatted(age, key));
    }
}
