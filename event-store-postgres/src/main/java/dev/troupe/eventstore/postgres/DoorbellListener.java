package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears other processes' doorbells, on a session of its own. What it hears is a hint: the tail reader polls as well, slowly. */
final class DoorbellListener extends SessionThread {

    private static final int WAIT_MILLIS = 200;
    private static final int QUIET_WAITS = 75;
    private static final int CHECK_SECONDS = 5;

    private final Doorbell own;
    private final Runnable onRing;

    DoorbellListener(DataSource dataSource, Doorbell own, Runnable onRing) {
        super("doorbell listener", dataSource);
        this.own = own;
        this.onRing = onRing;
    }

    @Override
    protected void work(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Doorbell.CHANNEL);
            onRing.run();
            listen(connection, connection.unwrap(PGConnection.class));
            statement.execute("UNLISTEN " + Doorbell.CHANNEL);
        }
    }

    private void listen(Connection connection, PGConnection session) throws SQLException {
        int quiet = 0;
        while (!isClosed()) {
            PGNotification[] rings = session.getNotifications(WAIT_MILLIS);
            if (rings != null && rings.length > 0) {
                quiet = 0;
                if (Arrays.stream(rings).anyMatch(ring -> !own.isOwn(ring.getPID()))) {
                    onRing.run();
                }
            } else if (++quiet % QUIET_WAITS == 0 && !connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("the session has gone silent");
            }
            workedWell();
        }
    }
}
