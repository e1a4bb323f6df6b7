package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Tells whoever follows the store, in this process or another, that something was committed. NOTIFY inside the append would make all
 * commits of the database queue up, so it is sent afterwards, from here, never two at a time: however many commits happen meanwhile, one
 * more is sent for all of them.
 */
final class Doorbell extends SessionThread {

    static final String CHANNEL = "troupe_events";

    private static final long FOR_EVER = Duration.ofDays(1).toNanos();

    private final Bell bell = new Bell();

    Doorbell(DataSource dataSource) {
        super("doorbell", dataSource);
    }

    void ring() {
        bell.ring();
    }

    @Override
    protected void work(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement notify = connection.prepareStatement("NOTIFY " + CHANNEL)) {
            while (!isClosed()) {
                notify.execute();
                workedWell();
                bell.await(FOR_EVER);
            }
        }
    }
}
