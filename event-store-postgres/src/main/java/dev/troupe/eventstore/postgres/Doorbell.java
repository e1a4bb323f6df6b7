package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Tells whoever follows the store, in this process or another, that something was committed. NOTIFY inside the append would make all
 * commits of the database queue up, so it is sent afterwards, from here, never two at a time: however many commits happen meanwhile, one
 * more is sent for all of them.
 */
final class Doorbell extends SessionThread {

    static final String CHANNEL = "troupe_events";

    private static final long FOR_EVER = Duration.ofDays(1).toNanos();

    private static final String NOTIFY = "SELECT pg_notify('" + CHANNEL + "', ?)";

    private final Bell bell = new Bell();
    private Set<String> types = new HashSet<>();

    Doorbell(DataSource dataSource) {
        super("doorbell", dataSource);
    }

    /** Events of these types were committed. */
    void ring(Set<String> committed) {
        synchronized (bell) {
            types.addAll(committed);
        }
        bell.ring();
    }

    private Set<String> rung() {
        synchronized (bell) {
            Set<String> rung = types;
            types = new HashSet<>();
            return rung;
        }
    }

    @Override
    protected void work(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
            Set<String> rung = Set.of(); // what was committed while there was no session may have been of any type
            while (!isClosed()) {
                notify.setString(1, Ring.of(rung));
                notify.execute();
                workedWell();
                rung = awaitRing();
            }
        }
    }

    /** A ring that came while the one before was sent may have been sent with it; then there is nothing to say. */
    private Set<String> awaitRing() throws InterruptedException {
        Set<String> rung = Set.of();
        while (rung.isEmpty() && !isClosed()) {
            bell.await(FOR_EVER);
            rung = rung();
        }
        return rung;
    }
}
