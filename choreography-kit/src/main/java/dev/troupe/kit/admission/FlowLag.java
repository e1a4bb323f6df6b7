package dev.troupe.kit.admission;

import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the reactions of all services are behind the newest event, by what they say of themselves in schema {@code choreography}. A service
 * whose processes are all down is as far behind as they last said; only one whose declaration is deleted counts no more.
 */
public final class FlowLag {

    private static final Logger LOG = LoggerFactory.getLogger(FlowLag.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String SLOWEST = """
            WITH said AS (
              SELECT DISTINCT ON (i.service, s ->> 'segment') i.service, (s ->> 'position')::bigint AS position
              FROM choreography.instance i
              JOIN choreography.declaration d ON d.service = i.service
              CROSS JOIN jsonb_array_elements(i.status -> 'segments') s
              WHERE s ->> 'processor' = d.declared ->> 'processor'
              ORDER BY i.service, s ->> 'segment', i.seen_at DESC)
            SELECT service, (SELECT max((status ->> 'head')::bigint) FROM choreography.instance) - position AS lag
            FROM said ORDER BY lag DESC LIMIT 1""";

    private final DataSource dataSource;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Slowest slowest = new Slowest("", 0);
    private volatile long askedAt = System.nanoTime() - FRESH_NANOS;

    /** Reads what services say in a database. */
    public FlowLag(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The service that is furthest behind, as of about a second ago; if that cannot be found out, as it was found before. */
    public Slowest slowest() {
        if (System.nanoTime() - askedAt >= FRESH_NANOS && asking.tryLock()) {
            try {
                slowest = ask();
                askedAt = System.nanoTime();
            } finally {
                asking.unlock();
            }
        }
        return slowest;
    }

    private Slowest ask() {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.query(connection, SLOWEST, row -> new Slowest(row.getString(1), Math.max(0, row.getLong(2))))
                    .stream()
                    .findFirst()
                    .orElse(new Slowest("", 0));
        } catch (SQLException e) {
            LOG.warn("How far the services are behind cannot be found out: {}", e.getMessage());
            return slowest;
        }
    }

    /**
     * The service that is furthest behind.
     *
     * @param lag how many events
     */
    public record Slowest(String service, long lag) {}
}
