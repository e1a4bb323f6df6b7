package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears the doorbells of all processes, this one's too, on a session in auto-commit mode. What it hears is a hint: who waits for it looks by
 * itself as well, if seldom.
 */
final class DoorbellListener implements AutoCloseable {

    /** What happens within it costs one wake-up instead of many. An event that comes alone does not wait. */
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final Connection connection;
    private final PGConnection session;
    private long lastWoken = System.nanoTime() - MOMENT;

    DoorbellListener(Connection connection) throws SQLException {
        this.connection = connection;
        this.session = connection.unwrap(PGConnection.class);
        execute("LISTEN " + Ring.CHANNEL);
    }

    /**
     * Waits until there was a ring of interest since the last time, or the time is up.
     *
     * @param apart how many nanoseconds are at least to lie between two rings that are heard
     */
    void await(Duration atMost, long apart, Interest interest) throws SQLException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (left > 0 && !isOfInterest(session.getNotifications(Math.toIntExact(left)), interest)) {
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        long tooEarly = lastWoken + Math.max(MOMENT, apart) - System.nanoTime();
        if (tooEarly > 0) {
            LockSupport.parkNanos(tooEarly);
        }
        lastWoken = System.nanoTime();
    }

    private static boolean isOfInterest(PGNotification @Nullable [] rings, Interest interest) {
        return rings != null && Arrays.stream(rings).anyMatch(ring -> Ring.concerns(ring.getParameter(), interest));
    }

    /** The session may be used by others again. */
    @Override
    public void close() throws SQLException {
        execute("UNLISTEN " + Ring.CHANNEL);
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
