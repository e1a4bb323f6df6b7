package dev.troupe.eventstore.postgres;

import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Appends to a stream of its own and to shared ones, and behaves badly now and then. */
final class AdversarialWriter implements Callable<@Nullable Void> {

    private static final int SHARED_STREAMS = 4;

    private final TestDatabase database;
    private final int number;
    private final long end;
    private final Random random;

    AdversarialWriter(TestDatabase database, int number, long end) {
        this.database = database;
        this.number = number;
        this.end = end;
        this.random = new Random(number);
    }

    @Override
    public @Nullable Void call() throws Exception {
        EventReader streams = new EventReader(database.reader());
        try (WriterSession session = new WriterSession(database)) {
            while (System.nanoTime() < end) {
                String stream = random.nextBoolean() ? "own-" + number : "shared-" + random.nextInt(SHARED_STREAMS);
                transaction(session, stream, streams.eventsOfStream(stream, 0).size());
            }
        }
        return null;
    }

    private void transaction(WriterSession session, String stream, long next) throws Exception {
        try {
            if (random.nextInt(20) == 0) {
                session.execute("SELECT pg_current_xact_id()");
                pause(5);
            }
            if (random.nextInt(20) == 0) {
                session.execute("SAVEPOINT s").append("never-" + number, 0).execute("ROLLBACK TO s");
            }
            for (int i = 0; i <= random.nextInt(3); i++) {
                session.append(stream, next + i);
            }
            if (random.nextInt(50) == 0) {
                pause(200);
            }
            end(session);
        } catch (SQLException conflict) {
            session.rollback();
        }
    }

    private void end(WriterSession session) throws SQLException {
        if (random.nextInt(10) == 0) {
            session.rollback();
        } else {
            session.commit();
        }
    }

    private void pause(int atMostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(atMostMillis));
    }
}
