package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A commit that may be taken back does not wait for the disk; one with events, or with somebody else's rows, does. */
class CommitWithoutWaitingTest {

    private static final String INSERT_ROW =
            "INSERT INTO kept (id) SELECT id FROM " + JdbcTransactions.rows(1) + " AS r (id)";

    private final TestDatabase database = new TestDatabase();
    private final JdbcTransactions transactions = new JdbcTransactions(database.appender());
    private final PostgresEventStorageEngine engine =
            aStoreOn(database).transactions(transactions).buildEngine();

    @BeforeEach
    void aTableThatSeesWhatTheCommitWaitsFor() {
        database.execute(
                "CREATE TABLE public.kept (id text, waits text DEFAULT current_setting('synchronous_commit'))",
                "GRANT ALL ON kept TO appender");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsThatMayBeTakenBackDoNotWait() throws Exception {
        transactions.inTransaction(() -> {
            row("one");
            transactions.mayBeTakenBack();
            return row("two");
        });

        assertThat(waits()).containsExactly("off", "off");
    }

    @Test
    void rowsWait() throws Exception {
        transactions.inTransaction(() -> row("one"));

        assertThat(waits()).containsExactly("on");
    }

    @Test
    void rowsWaitWithEvents() throws Exception {
        transactions.inTransaction(() -> {
            transactions.mayBeTakenBack();
            engine.appendEvents(event("order-1", 0));
            return row("one");
        });

        assertThat(waits()).containsExactly("on");
    }

    @Test
    void rowsWaitWithEventsThatWereWrittenBefore() throws Exception {
        transactions.inTransaction(() -> {
            transactions.mayBeTakenBack();
            engine.appendEvents(event("order-1", 0));
            engine.readEvents("order-1");
            transactions.mayBeTakenBack();
            return row("one");
        });

        assertThat(waits()).containsExactly("on");
    }

    @Test
    void rowsWaitWithThoseOfATransactionThatMustLast() {
        PendingWrites taken = writes("one");
        taken.mayBeTakenBack();
        PendingWrites kept = writes("two");
        PendingWrites group = new PendingWrites();

        group.addAll(taken);
        assertThat(group.statements()).contains(SqlPart.COMMIT_WITHOUT_WAITING);
        group.addAll(kept);
        assertThat(group.statements()).doesNotContain(SqlPart.COMMIT_WITHOUT_WAITING);
        group.addAll(taken);
        assertThat(group.statements()).doesNotContain(SqlPart.COMMIT_WITHOUT_WAITING);
    }

    private Object row(String id) {
        transactions.writeAtCommit(INSERT_ROW, List.<String[]>of(new String[] {id}));
        return id;
    }

    private static PendingWrites writes(String id) {
        PendingWrites writes = new PendingWrites();
        writes.addRows(INSERT_ROW, List.<String[]>of(new String[] {id}));
        return writes;
    }

    private List<String> waits() throws SQLException {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT array_agg(waits) FROM kept")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
