package dev.troupe.bench.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Appends to a stream of its own and to some that it shares, dawdles before some commits and takes others back; tells how many it committed. */
record Writer(DataSource dataSource, int number, AtomicInteger left) implements Callable<Integer> {

    private static final int SHARED_STREAMS = 8;
    private static final String NEXT =
            "SELECT coalesce(max(stream_position) + 1, 0) FROM events.event WHERE stream = ?";
    private static final String INSERT =
            "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, occurred_at, metadata, payload)"
                    + " VALUES (?, ?, 'Attack', uuidv7(), 'attack', now(), '{}', '{}')";

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Random random = new Random(number);
        int committed = 0;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            while (left.getAndDecrement() > 0) {
                String stream = random.nextInt(4) > 0 ? "own-" + number : "shared-" + random.nextInt(SHARED_STREAMS);
                committed += transaction(connection, stream, random) ? 1 : 0;
            }
        }
        return committed;
    }

    private static boolean transaction(Connection connection, String stream, Random random)
            throws SQLException, InterruptedException {
        try {
            append(connection, stream);
        } catch (SQLException otherWasFaster) {
            connection.rollback();
            return false;
        }
        if (random.nextInt(Attack.ONE_DAWDLES_OF) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(Attack.DAWDLES_MILLIS));
        }
        if (random.nextInt(Attack.ONE_ROLLED_BACK_OF) == 0) {
            connection.rollback();
            return false;
        }
        connection.commit();
        return true;
    }

    private static void append(Connection connection, String stream) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            next.setString(1, stream);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                insert.setString(1, stream);
                insert.setLong(2, row.getLong(1));
            }
            insert.executeUpdate();
        }
    }
}
