package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The interleavings in which one scheme or another skips, repeats, reorders or stalls, played on a fresh database. */
final class TailScenarios {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final TestDatabase database;
    private final Supplier<TailProtocol> protocol;

    TailScenarios(TestDatabase database, Supplier<TailProtocol> protocol) {
        this.database = database;
        this.protocol = protocol;
    }

    void aHoleIsWaitedForWhileItsAppenderIsOpen() throws SQLException {
        try (var slow = writer();
                var quick = writer();
                var reader = reader()) {
            slow.append("slow", 0);
            quick.append("quick", 0).commit();
            reader.readFor(A_WHILE).assertNothingDelivered();
            slow.commit();
            reader.assertDelivers(1L, 2L);
        }
    }

    void aRolledBackPositionHoldsNobodyUp() throws SQLException {
        try (var failing = writer();
                var open = writer();
                var reader = reader()) {
            failing.append("failing", 0).rollback();
            failing.append("failing", 0).commit();
            reader.assertDelivers(2L);
            failing.append("failing", 1);
            open.append("open", 0);
            failing.rollback();
            open.commit();
            reader.assertDelivers(2L, 4L);
        }
    }

    void aRolledBackSavepointHoldsNobodyUp() throws SQLException {
        try (var writer = writer();
                var reader = reader()) {
            writer.execute("SAVEPOINT s").append("a", 0).execute("ROLLBACK TO s");
            try (var other = writer()) {
                other.append("b", 0).commit();
            }
            reader.assertDelivers(2L);
            writer.append("a", 0).commit();
            reader.assertDelivers(2L, 3L);
        }
    }

    void anUnrelatedOpenWriterDelaysNobody() throws SQLException {
        database.execute("CREATE TABLE elsewhere (n int)", "GRANT INSERT ON elsewhere TO appender");
        try (var unrelated = writer();
                var writer = writer();
                var reader = reader()) {
            unrelated.execute("INSERT INTO elsewhere VALUES (1)");
            writer.append("a", 0).commit();
            writer.append("a", 1).rollback();
            writer.append("a", 1).commit();
            reader.assertDelivers(1L, 3L);
        }
    }

    void aPositionDrawnBeforeItsTransactionHasAnIdIsNotSkipped() throws SQLException {
        try (var late = writer();
                var quick = writer();
                var reader = reader();
                Connection gate = database.admin().getConnection();
                Statement lock = gate.createStatement()) {
            quick.append("quick", 0).commit();
            lock.execute("SELECT pg_advisory_lock(7)");
            CompletableFuture<Void> drawn =
                    CompletableFuture.runAsync(() -> unchecked(() -> late.appendBehindLock("late", 7)));
            awaitWaiting(lock);
            quick.append("quick", 1).commit();
            reader.readFor(A_WHILE);
            lock.execute("SELECT pg_advisory_unlock(7)");
            drawn.join();
            late.commit();
            reader.assertDelivers(1L, 2L, 3L);
        }
    }

    void aTransactionWithAnEarlyIdDoesNotReorderAStream() throws SQLException {
        try (var early = writer();
                var quick = writer();
                var reader = reader()) {
            early.execute("SELECT pg_current_xact_id()");
            quick.append("shared", 0).commit();
            early.append("shared", 1).commit();
            reader.assertDelivers(1L, 2L);
            reader.assertEveryStreamIsInOrder();
        }
    }

    void aPreparedTransactionIsWaitedFor() throws SQLException {
        try (var twoPhase = writer();
                var quick = writer();
                var reader = reader()) {
            twoPhase.append("two-phase", 0).execute("PREPARE TRANSACTION 'before'");
            quick.append("quick", 0).commit();
            reader.readFor(A_WHILE);
            commitPrepared("before");
            reader.assertDelivers(1L, 2L);
        }
    }

    void aTransactionPreparedWhileReadersWaitForItIsStillWaitedFor() throws SQLException {
        try (var twoPhase = writer();
                var quick = writer();
                var reader = reader()) {
            twoPhase.append("two-phase", 0);
            quick.append("quick", 0).commit();
            reader.readFor(A_WHILE).assertNothingDelivered();
            twoPhase.execute("PREPARE TRANSACTION 'meanwhile'");
            reader.readFor(A_WHILE);
            commitPrepared("meanwhile");
            reader.assertDelivers(1L, 2L);
        }
    }

    /** A pooled session begins its next transaction as soon as the last has ended. */
    void aBusySessionHoldsNobodyUp() throws SQLException {
        try (var busy = writer();
                var failing = writer();
                var reader = reader()) {
            failing.append("failing", 0);
            busy.append("busy", 0);
            failing.rollback();
            reader.readFor(Duration.ofMillis(20));
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> appends = CompletableFuture.runAsync(() -> unchecked(() -> {
                for (int i = 0; !enough.get(); i++) {
                    busy.execute("COMMIT; BEGIN; INSERT INTO events.event (stream, stream_position, event_id, type,"
                            + " occurred_at, metadata, payload) VALUES ('busy-" + i
                            + "', 0, gen_random_uuid(), 'busy', now(), '{}', '{}')");
                }
                busy.rollback();
            }));
            reader.readFor(Duration.ofMillis(500)).assertHasDelivered(2L);
            enough.set(true);
            appends.join();
        }
    }

    void sessionsTakingTurnsAreReadInTheOrderOfTheirCommits() throws SQLException {
        try (var one = writer();
                var other = writer();
                var reader = reader()) {
            for (int i = 0; i < 4; i++) {
                one.append("one", i).commit();
                other.append("other", i).commit();
                reader.readFor(Duration.ofMillis(60));
            }
            reader.assertCount(8);
        }
    }

    void theHeadIsNotBeyondAnOpenAppender(Head head) throws SQLException {
        try (var slow = writer();
                var quick = writer();
                Connection connection = database.plain("reader").getConnection()) {
            quick.append("quick", 0).commit();
            slow.append("slow", 0);
            quick.append("quick", 1).commit();
            assertThat(head.position(connection)).isLessThan(2);
            slow.commit();
            assertThat(head.position(connection)).isEqualTo(3);
        }
    }

    /** A crash forgets positions that were drawn but not flushed, and they are drawn again. */
    void positionsDrawnAgainAfterACrashAreDelivered() throws SQLException {
        long drawn = 41;
        TailProtocol tail = protocol.get();
        try (var writer = writer();
                var reader = new TailBench(database, tail)) {
            writer.append("a", 0).commit();
            for (int i = 0; i < 40; i++) {
                writer.append("a", 1).rollback();
            }
            reader.readFor(A_WHILE);
        }
        database.crash();
        tail.connectionLost();
        try (var writer = writer();
                var reader = new TailBench(database, tail)) {
            writer.append("a", 1).commit();
            long again = highest();
            assertThat(again)
                    .as("the crash must have undone draws, or this shows nothing")
                    .isLessThanOrEqualTo(drawn);
            reader.assertDelivers(again);
        }
    }

    private WriterSession writer() throws SQLException {
        return new WriterSession(database);
    }

    private long highest() throws SQLException {
        try (Connection connection = database.admin().getConnection()) {
            return SettledPosition.highest(connection);
        }
    }

    private TailBench reader() throws SQLException {
        return new TailBench(database, protocol.get());
    }

    private void commitPrepared(String name) {
        database.execute("COMMIT PREPARED '" + name + "'");
    }

    private static void awaitWaiting(Statement statement) {
        await().until(() -> {
            try (var rows =
                    statement.executeQuery("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
                return rows.next();
            }
        });
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Head {
        long position(Connection connection) throws SQLException;
    }

    private interface Work {
        void run() throws SQLException;
    }
}
