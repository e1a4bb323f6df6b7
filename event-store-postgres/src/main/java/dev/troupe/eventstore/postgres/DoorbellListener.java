package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
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
    private final Silence silence;
    private long lastWoken = System.nanoTime() - MOMENT;

    DoorbellListener(Connection connection, Silence silence) throws SQLException {
        this.connection = connection;
        this.silence = silence;
        this.session = connection.unwrap(PGConnection.class);
        execute("LISTEN " + Ring.CHANNEL);
    }

    /**
     * Waits until whoever is interested in what was rung since the last time can wait no longer, or the time is up.
     *
     * @param apart how many nanoseconds are at least to lie between two rings that are heard
     * @param patienceWith for how many nanoseconds whoever is interested in what is said with a ring can wait
     */
    void await(Duration atMost, long apart, ToLongFunction<String> patienceWith) throws SQLException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (left > 0) {
            PGNotification @Nullable [] rings = session.getNotifications(Math.toIntExact(left));
            if (rings != null && rings.length > 0) {
                silence.broken();
            }
            long now = System.nanoTime();
            long patience = rings == null ? end - now : patience(rings, patienceWith);
            end = Math.min(patience, end - now) + now;
            left = TimeUnit.NANOSECONDS.toMillis(end - now);
        }
        long tooEarly = lastWoken + Math.max(MOMENT, apart) - System.nanoTime();
        if (tooEarly > 0) {
            LockSupport.parkNanos(tooEarly);
        }
        lastWoken = System.nanoTime();
    }

    private static long patience(PGNotification[] rings, ToLongFunction<String> patienceWith) {
        return Arrays.stream(rings)
                .map(PGNotification::getParameter)
                .mapToLong(patienceWith)
                .min()
                .orElse(Interest.NONE);
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
