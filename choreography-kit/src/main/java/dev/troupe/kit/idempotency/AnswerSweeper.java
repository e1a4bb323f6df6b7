package dev.troupe.kit.idempotency;

import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away the kept answers of requests that nobody sends again any more. */
public final class AnswerSweeper implements AutoCloseable {

    /** A client may send a request again for at least so long. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(AnswerSweeper.class);
    private static final long EVERY_MINUTES = 60;
    /** Small enough not to hold up a request that is kept meanwhile. */
    private static final int AT_ONCE = 5_000;

    private final DataSource dataSource;
    private final String table;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("answer-sweeper").daemon().factory());

    /**
     * Sweeps the answers of a service.
     *
     * @param schema the service's schema
     */
    public AnswerSweeper(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.table = '"' + schema + "\".idempotency_key";
    }

    /** Begins to sweep now and then; not all instances at the same time. */
    public void start() {
        long first = ThreadLocalRandom.current().nextLong(1, EVERY_MINUTES);
        timer.scheduleWithFixedDelay(this::sweepQuietly, first, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Throws away what has been kept for long enough; how many answers. */
    public int sweep() throws SQLException {
        int swept = 0;
        int now;
        do {
            now = sweepSome();
            swept += now;
        } while (now == AT_ONCE);
        return swept;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private int sweepSome() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.update(
                    connection,
                    "DELETE FROM %1$s WHERE key IN (SELECT key FROM %1$s WHERE created_at < now() - make_interval(secs => ?) LIMIT ?)"
                            .formatted(table),
                    KEPT.toSeconds(),
                    AT_ONCE);
        }
    }

    private void sweepQuietly() {
        try {
            LOG.debug("{} kept answers were swept", sweep());
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Kept answers cannot be swept and are tried again in an hour: {}", e.getMessage());
        }
    }
}
