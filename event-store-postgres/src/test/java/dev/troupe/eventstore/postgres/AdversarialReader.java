package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Reads the tail on sessions that are killed again and again. */
final class AdversarialReader implements Callable<@Nullable Void> {

    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private final TestDatabase database;
    private final TailProtocol protocol;
    private final List<StoredEvent> delivered = new ArrayList<>();
    private final Random random = new Random(1);
    private volatile int wanted = Integer.MAX_VALUE;
    private volatile long deadline = Long.MAX_VALUE;

    AdversarialReader(TestDatabase database, TailProtocol protocol) {
        this.database = database;
        this.protocol = protocol;
    }

    /** No more than so many will come; gives up waiting for them after some seconds. */
    void finishAt(int count) {
        deadline = System.nanoTime() + PATIENCE;
        wanted = count;
    }

    List<StoredEvent> delivered() {
        return delivered;
    }

    @Override
    public @Nullable Void call() throws Exception {
        while (!isFinished()) {
            try (Connection session = database.plain("reader").getConnection()) {
                readUntilKilled(session);
            } catch (SQLException killed) {
                protocol.connectionLost();
            }
        }
        return null;
    }

    private void readUntilKilled(Connection session) throws SQLException, InterruptedException {
        int steps = 20 + random.nextInt(200);
        while (!isFinished()) {
            if (steps-- == 0) {
                database.execute("SELECT pg_terminate_backend("
                        + session.unwrap(PGConnection.class).getBackendPID() + ")");
            }
            TailProtocol.Step step = protocol.next(session);
            delivered.addAll(step.events());
            if (step.state() != TailProtocol.State.MORE) {
                TimeUnit.MICROSECONDS.sleep(500);
            }
        }
    }

    private boolean isFinished() {
        return delivered.size() >= wanted || (deadline != Long.MAX_VALUE && System.nanoTime() > deadline);
    }
}
