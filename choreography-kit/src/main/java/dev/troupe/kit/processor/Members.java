package dev.troupe.kit.processor;

import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of a service that are alive. All of them number the service's segments alike and deal them out in turn, so each knows
 * without asking which are its own. Two that disagree for a moment about who is alive do no harm: a claim, not the dealing, decides who may
 * handle events.
 */
public final class Members implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final long EVERY_MILLIS = 1_000;

    private final DataSource dataSource;
    private final String table;
    private final String processors;
    private final String self;
    private final Duration timeout;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("members").daemon().factory());
    private volatile List<String> alive = List.of();

    /**
     * The members of a service; nothing is known of them until this one has joined.
     *
     * @param schema the service's schema
     * @param self names this process
     * @param timeout after how long a silent process is taken for dead
     */
    public Members(DataSource dataSource, String schema, String self, Duration timeout) {
        this.dataSource = dataSource;
        this.table = '"' + schema + "\".member";
        this.processors = '"' + schema + "\".processor";
        this.self = self;
        this.timeout = timeout;
    }

    /** Says that this process is alive, and goes on saying so. */
    public void join() {
        greet();
        timer.scheduleWithFixedDelay(this::greet, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** From which number on the segments of a processor are counted; given once and for all. */
    int ordinalOf(String processor) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Integer> ordinal = Optional.empty();
            while (ordinal.isEmpty()) {
                // Another processor may be given the same number at this moment; then the next one is free.
                Sql.update(connection, """
                        INSERT INTO %1$s (name, ordinal) SELECT ?, coalesce(max(ordinal) + 1, 0) FROM %1$s
                        ON CONFLICT DO NOTHING""".formatted(processors), processor);
                ordinal = Sql.query(
                                connection,
                                "SELECT ordinal FROM " + processors + " WHERE name = ?",
                                row -> row.getInt(1),
                                processor)
                        .stream()
                        .findFirst();
            }
            return ordinal.get();
        }
    }

    /**
     * Whether this process is the one that is to work on a segment.
     *
     * @param place the segment's number among all of the service
     */
    boolean mine(int place) {
        List<String> members = alive;
        return !members.isEmpty()
                && members.get(Math.floorMod(place, members.size())).equals(self);
    }

    @Override
    public void close() {
        timer.close();
        try (Connection connection = dataSource.getConnection()) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE owner = ?", self);
        } catch (SQLException e) {
            LOG.debug("{} cannot say goodbye and will be missed soon", self, e);
        }
    }

    /** If the database is away, whoever was alive is taken to be so still: nobody can handle anything anyway. */
    private void greet() {
        try (Connection connection = dataSource.getConnection()) {
            Sql.update(connection, """
                    INSERT INTO %s (owner, alive_until) VALUES (?, now() + make_interval(secs => ?))
                    ON CONFLICT (owner) DO UPDATE SET alive_until = EXCLUDED.alive_until""".formatted(table), self, timeout.toMillis() / 1000.0);
            Sql.update(connection, "DELETE FROM " + table + " WHERE alive_until < now() - interval '1 minute'");
            alive = Sql.query(
                    connection,
                    "SELECT owner FROM " + table + " WHERE alive_until > now() ORDER BY owner COLLATE \"C\"",
                    row -> row.getString(1));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("{} cannot see who else works for this service: {}", self, e.getMessage());
        }
    }
}
