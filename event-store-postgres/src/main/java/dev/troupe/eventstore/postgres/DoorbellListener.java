package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

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
        execute("LISTEN " + Doorbell.CHANNEL);
    }

    /**
     * Waits until there was a ring since the last time, or the time is up.
     *
     * @param apart how many nanoseconds are at least to lie between two rings that are heard
     */
    void await(Duration atMost, long apart) throws SQLException {
        session.getNotifications(Math.toIntExact(atMost.toMillis()));
        long tooEarly = lastWoken + Math.max(MOMENT, apart) - System.nanoTime();
        if (tooEarly > 0) {
            LockSupport.parkNanos(tooEarly);
        }
        lastWoken = System.nanoTime();
    }

    /** The session may be used by others again. */
    @Override
    public void close() throws SQLException {
        execute("UNLISTEN " + Doorbell.CHANNEL);
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
