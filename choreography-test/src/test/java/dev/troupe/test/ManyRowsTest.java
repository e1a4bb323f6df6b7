package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.projection.RowFolder;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many new rows go into a table in another way than few, and must come out the same. */
class ManyRowsTest {

    private static final List<String> AWKWARD = List.of(
            "",
            "\\N",
            "\\.",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "back\\slash",
            "\"quoted\", {braces}",
            "NULL",
            "\u00e4\ud83c\udfad");

    private final TestDatabase database = TestDatabase.create("shelf-service");

    @Test
    void manyRowsAreWhatFewAre() throws SQLException {
        List<RecordedFact> facts =
                IntStream.range(0, 300).mapToObj(ManyRowsTest::fact).toList();
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            for (String schema : List.of("few", "many")) {
                statement.execute("CREATE SCHEMA " + schema);
                statement.execute("CREATE TABLE " + schema
                        + ".note (id text PRIMARY KEY, text text, words jsonb, at timestamptz, times integer)");
            }
            RowFolder<Note> few = new RowFolder<>(new Notes(), "few");
            for (RecordedFact fact : facts) {
                few.fold(connection, List.of(fact));
            }
            RowFolder<Note> many = new RowFolder<>(new Notes(), "many");
            many.fold(connection, facts.subList(0, 200));
            many.fold(connection, facts.subList(200, 300));
        }

        assertThat(database.query("SELECT count(*) FROM many.note WHERE text IS NULL"))
                .containsExactly("50");
        assertThat(database.query("SELECT DISTINCT text FROM many.note WHERE text IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(AWKWARD);
        assertThat(database.query("SELECT count(*) FROM few.note JOIN many.note USING (id, at, times, words)"
                        + " WHERE few.note.text IS NOT DISTINCT FROM many.note.text"))
                .containsExactly("250");
        assertThat(database.query("SELECT count(*) FROM many.note WHERE times = 2"))
                .containsExactly("50");
    }

    /** The last fifty come for the second time, in a batch with fifty that are new. */
    private static RecordedFact fact(int i) {
        OrderConfirmed fact = new OrderConfirmed(new OrderId("n" + (i < 250 ? i : i - 100)), WarehouseId.MAIN);
        return new RecordedFact(fact, new Recorded(i, Instant.ofEpochSecond(i), "flow"));
    }

    record Note(String id, @Nullable String text, List<String> words, Instant at, int times) {}

    private static final class Notes extends Projection<Note> {

        Notes() {
            super("note", Note.class);
            on(
                    OrderConfirmed.class,
                    fact -> fact.orderId().value(),
                    (row, fact, recorded) -> note(fact.orderId().value(), row, recorded));
        }

        private static Note note(String id, @Nullable Note before, Recorded recorded) {
            int number = Integer.parseInt(id.substring(1));
            String text = number % 25 < AWKWARD.size() * 2 ? AWKWARD.get(number % AWKWARD.size()) : null;
            return new Note(
                    id,
                    text,
                    text == null ? List.of() : List.of(text),
                    recorded.recordedAt(),
                    before == null ? 1 : before.times() + 1);
        }
    }
}
