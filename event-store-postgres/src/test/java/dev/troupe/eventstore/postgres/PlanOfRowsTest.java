package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A statement that is sent with every commit must not be planned at every commit. */
class PlanOfRowsTest {

    private static final int PLANNED_FOR_THESE_PARAMETERS_AT_FIRST = 5;
    private static final int EXECUTIONS = 20;

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangeOfRowsIsPlannedOnceForAnyNumberOfThem() throws SQLException {
        database.execute(
                "CREATE TABLE public.place (id text PRIMARY KEY, position bigint)",
                "INSERT INTO place VALUES ('one', 0), ('two', 0)");
        String move = "UPDATE place SET position = r.position::bigint FROM " + JdbcTransactions.rows(2)
                + " AS r (id, position) WHERE place.id = r.id";
        try (Connection connection = database.admin().getConnection()) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            for (int i = 0; i < EXECUTIONS; i++) {
                List<String[]> rows =
                        i % 2 == 0 ? List.<String[]>of(row("one", i)) : List.of(row("one", i), row("two", i));
                SqlPart.execute(connection, List.of(new ChangeOfRows(move, rows)));
            }

            assertThat(EventRows.number(
                            connection,
                            "SELECT sum(custom_plans) FROM pg_prepared_statements WHERE statement LIKE '%UPDATE place%'",
                            0,
                            statement -> {}))
                    .isEqualTo(PLANNED_FOR_THESE_PARAMETERS_AT_FIRST);
        }
    }

    private static String[] row(String id, int position) {
        return new String[] {id, Integer.toString(position)};
    }
}
