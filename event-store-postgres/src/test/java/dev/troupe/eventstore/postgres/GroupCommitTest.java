package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupCommitTest {

    private static final String INSERT_NOTE =
            "INSERT INTO note (id, body) SELECT id, body FROM " + JdbcTransactions.rows(2) + " AS n (id, body)";
    private static final String CHANGE_NOTE = """
            UPDATE note SET body = n.after FROM %s AS n (id, before, after)
            WHERE note.id = n.id AND note.body = n.before""".formatted(JdbcTransactions.rows(3));

    private final TestDatabase database = new TestDatabase();
    private final JdbcTransactions transactions = new JdbcTransactions(database.appender());
    private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();
    private final PostgresEventStorageEngine engine = aStoreOn(database)
            .transactions(transactions)
            .metrics(new EventStoreMetrics() {
                @Override
                public void committedTogether(int transactions) {
                    groups.add(transactions);
                }
            })
            .buildEngine();
    private final List<FutureTask<Object>> tasks = new ArrayList<>();

    @BeforeEach
    void aTableOfRows() {
        database.execute("CREATE TABLE public.note (id text PRIMARY KEY, body text)", "GRANT ALL ON note TO appender");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void thoseThatCommitAtTheSameMomentAreCommittedTogetherThoughTheyHaveReadBefore() throws Exception {
        engine.appendEvents(event("order-0", 0));
        groups.clear();

        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 1));
            for (int i = 1; i <= 3; i++) {
                String stream = "order-" + i;
                start(() -> append(stream, 0));
            }
        });

        for (FutureTask<Object> task : tasks) {
            task.get();
        }
        assertThat(groups).containsExactly(1, 3);
        for (int i = 1; i <= 3; i++) {
            assertThat(engine.lastSequenceNumberFor("order-" + i)).contains(0L);
        }
    }

    @Test
    void ofAGroupOnlyTheOneThatLostIsRefused() throws Exception {
        engine.appendEvents(event("order-2", 0));

        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 0));
            for (int i = 1; i <= 3; i++) {
                String stream = "order-" + i;
                start(() -> append(stream, 0));
            }
        });

        tasks.get(0).get();
        tasks.get(1).get();
        assertThatThrownBy(() -> tasks.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AggregateStreamCreationException.class)
                .hasMessageContaining("order-2");
        tasks.get(3).get();
        assertThat(engine.lastSequenceNumberFor("order-3")).contains(0L);
    }

    @Test
    void thoseOfOneStreamAreNotPutInOneGroup() throws Exception {
        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 0));
            start(() -> append("order-1", 0));
            start(() -> append("order-1", 0));
            start(() -> append("order-2", 0));
        });

        tasks.get(0).get();
        tasks.get(1).get();
        assertThatThrownBy(() -> tasks.get(2).get()).isInstanceOf(ExecutionException.class);
        tasks.get(3).get();
        assertThat(groups).containsExactly(1, 2);
    }

    @Test
    void aSecondGroupIsSentBesideTheFirstOnceEnoughWait() throws Exception {
        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 0));
            for (int i = 1; i <= 3; i++) {
                String stream = "order-" + i;
                start(() -> append(stream, 0));
            }
            startUnchecked(() -> append("order-4", 0));
            await().until(() -> blockedAppends() == 2 && transactions.waitingCommits() == 0);
        });

        for (FutureTask<Object> task : tasks) {
            task.get();
        }
        assertThat(groups).containsExactlyInAnyOrder(1, 4);
    }

    /** In two groups they would wait for each other. */
    @Test
    void whoeverWritesToAStreamOfTheGroupUnderWayWaitsForIt() throws Exception {
        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 0));
            for (int i = 1; i <= 2; i++) {
                String stream = "order-" + i;
                start(() -> append(stream, 0));
            }
            start(() -> append("order-0", 0));
            startUnchecked(() -> append("order-3", 0));
            await().until(() -> blockedAppends() == 2 && transactions.waitingCommits() == 1);
        });

        FutureTask<Object> second = tasks.remove(3);
        for (FutureTask<Object> task : tasks) {
            task.get();
        }
        assertThatThrownBy(second::get).hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(groups).containsExactlyInAnyOrder(1, 3);
    }

    /** Whoever waits must be woken when its commit is done, and when it is its turn, whichever way the threads meet. */
    @Test
    @Timeout(60)
    void nobodyIsLeftWaiting() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Object>> commits = IntStream.range(0, 4_000)
                    .mapToObj(i -> threads.submit(() -> append("order-" + i, 0)))
                    .toList();
            for (Future<Object> commit : commits) {
                commit.get();
            }
        }

        assertThat(groups.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4_000);
        assertThat(groups).hasSizeLessThan(4_000);
    }

    @Test
    void rowsAreCommittedWithTheEventsOrNotAtAll() throws Exception {
        transactions.inTransaction(() -> note("one", () -> append("order-1", 0)));
        assertThatThrownBy(() -> transactions.inTransaction(() -> note("one", () -> append("order-2", 0))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("note_pkey");
        assertThatThrownBy(() -> transactions.inTransaction(() -> note("two", () -> append("order-1", 0))))
                .isInstanceOf(RuntimeException.class);

        assertThat(notes()).containsExactly("one");
        assertThat(engine.lastSequenceNumberFor("order-2")).isEmpty();
    }

    @Test
    void rowsAreChangedWithTheEventsOrNothingIsStored() throws Exception {
        transactions.inTransaction(() -> note("one", () -> ""));

        transactions.inTransaction(() -> change("one", "", "first", () -> append("order-1", 0)));
        assertThatThrownBy(
                        () -> transactions.inTransaction(() -> change("one", "", "second", () -> append("order-2", 0))))
                .isInstanceOf(RowNotAsExpectedException.class);
        assertThatThrownBy(() -> transactions.inTransaction(() -> change(
                        "one",
                        "first",
                        "third",
                        () -> note("two", () -> {
                            database.execute("INSERT INTO public.note VALUES ('two', '')");
                            return append("order-2", 0);
                        }))))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(query("SELECT body FROM note WHERE id = 'one'")).containsExactly("first");
        assertThat(engine.lastSequenceNumberFor("order-1")).contains(0L);
        assertThat(engine.lastSequenceNumberFor("order-2")).isEmpty();
    }

    @Test
    void ofAGroupOnlyTheOneWhoseRowIsNotAsExpectedIsRefused() throws Exception {
        transactions.inTransaction(() -> note("one", () -> note("two", () -> note("three", () -> ""))));
        groups.clear();

        whileAppendsAreBlocked(() -> {
            start(() -> append("order-0", 0));
            start(() -> appendAndChange("order-1", "one", ""));
            start(() -> appendAndChange("order-2", "two", "other"));
            start(() -> appendAndChange("order-3", "three", ""));
        });

        tasks.get(0).get();
        tasks.get(1).get();
        assertThatThrownBy(() -> tasks.get(2).get()).hasCauseInstanceOf(RowNotAsExpectedException.class);
        tasks.get(3).get();
        assertThat(query("SELECT id FROM note WHERE body = 'changed'")).containsExactlyInAnyOrder("one", "three");
        assertThat(engine.lastSequenceNumberFor("order-2")).isEmpty();
    }

    @Test
    void aTransactionReadsWhatItHasAppended() throws Exception {
        assertThat(transactions.<Long>inTransaction(() -> {
                    engine.appendEvents(events("order-1", 3));
                    return engine.lastSequenceNumberFor("order-1").orElse(-1L);
                }))
                .isEqualTo(2);
    }

    @Test
    void whatIsAppendedInATransactionThatWritesItselfCommitsWithIt() throws Exception {
        transactions.inTransaction(() -> {
            engine.appendEvents(event("order-1", 0));
            try (Connection connection = transactions.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO note VALUES ('written', '')");
            }
            engine.appendEvents(event("order-1", 1));
            return note("handed over", () -> append("order-2", 0));
        });

        assertThat(notes()).containsExactlyInAnyOrder("written", "handed over");
        assertThat(engine.lastSequenceNumberFor("order-1")).contains(1L);
        assertThat(engine.lastSequenceNumberFor("order-2")).contains(0L);
    }

    /** Blocks all appends; so the first commit that is started waits for the database, and those after it for the first. */
    private void whileAppendsAreBlocked(Runnable starts) throws SQLException {
        try (Connection blocker = database.admin().getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE events.event IN SHARE ROW EXCLUSIVE MODE");
            starts.run();
            blocker.commit();
        }
    }

    private void start(Callable<Object> work) {
        int waiting = tasks.size();
        startUnchecked(work);
        await().until(() -> blockedAppends() == 1 && transactions.waitingCommits() == waiting);
    }

    private void startUnchecked(Callable<Object> work) {
        FutureTask<Object> task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        tasks.add(task);
    }

    private int blockedAppends() {
        return Integer.parseInt(
                query("SELECT count(*)::text FROM pg_locks WHERE NOT granted AND relation = 'events.event'::regclass")
                        .getFirst());
    }

    private Object append(String stream, long position) throws Exception {
        return transactions.inTransaction(() -> {
            engine.readEvents(stream);
            engine.appendEvents(event(stream, position));
            return stream;
        });
    }

    private Object note(String id, Callable<Object> work) throws Exception {
        transactions.writeAtCommit(INSERT_NOTE, List.<String[]>of(new String[] {id, ""}));
        return work.call();
    }

    private Object appendAndChange(String stream, String id, String before) throws Exception {
        return transactions.inTransaction(() -> {
            append(stream, 0);
            return change(id, before, "changed", () -> id);
        });
    }

    private Object change(String id, String before, String after, Callable<Object> work) throws Exception {
        transactions.changeAtCommit(CHANGE_NOTE, List.<String[]>of(new String[] {id, before, after}));
        return work.call();
    }

    private List<String> notes() {
        return query("SELECT id FROM note");
    }

    private List<String> query(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
