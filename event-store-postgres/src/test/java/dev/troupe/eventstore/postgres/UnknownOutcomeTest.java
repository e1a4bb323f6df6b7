package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.BreakingConnections.Break;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks while a commit is under way: it took place or it did not, and whoever asked is told which. */
class UnknownOutcomeTest {

    private final TestDatabase database = new TestDatabase();
    private final BreakingConnections connections = new BreakingConnections();
    private final JdbcTransactions transactions = new JdbcTransactions(connections.over(database.appender()));
    private final PostgresEventStorageEngine engine =
            aStoreOn(database).transactions(transactions).buildEngine();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Break.class)
    void anAppendIsDoneOnceWheneverTheConnectionBreaks(Break when) {
        engine.appendEvents(event("order-1", 0));
        connections.breakNext(when);

        engine.appendEvents(event("order-1", 1), event("order-2", 0));

        assertThat(engine.readEvents("order-1").asStream()).hasSize(2);
        assertThat(engine.readEvents("order-2").asStream()).hasSize(1);
    }

    @Test
    void anAppendThatSomebodyElseWasFasterWithIsAConflictThoughTheConnectionBroke() {
        engine.appendEvents(event("order-1", 0), event("order-1", 1));
        connections.breakNext(Break.BEFORE_IT_IS_DONE);

        assertThatThrownBy(() -> engine.appendEvents(event("order-1", 1))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aTransactionIsDoneThoughNobodyCouldBeToldOfIt() throws Exception {
        connections.breakNext(Break.BEHIND_THE_COMMIT);

        transactions.inTransaction(() -> {
            writeAndAppend();
            return engine.readEvents("order-1"); // for which it is written before the commit
        });

        assertThat(engine.readEvents("order-1").asStream()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_ANSWER", "BEHIND_THE_COMMIT"})
    void aTransactionWithWritesOfItsOwnThatTookPlaceIsReportedAsDone(Break when) throws Exception {
        connections.breakNext(when);

        transactions.inTransaction(this::writeAndAppend);

        assertThat(engine.readEvents("order-1").asStream()).hasSize(1);
    }

    @Test
    void aTransactionWithWritesOfItsOwnThatDidNotTakePlaceIsReportedAsFailedAndNotAsAConflict() {
        connections.breakNext(Break.BEFORE_IT_IS_DONE);

        assertThatThrownBy(() -> transactions.inTransaction(this::writeAndAppend))
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(ConcurrencyException.class);
        assertThat(engine.readEvents("order-1").hasNext()).isFalse();
    }

    private List<String> writeAndAppend() throws SQLException {
        try (Connection connection = transactions.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(1)");
        }
        engine.appendEvents(event("order-1", 0));
        return List.of();
    }
}
