package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.eventstore.postgres.RowNotAsExpectedException;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.store.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a processor's segments and who works on them. A claim lasts a few seconds and is extended while its owner lives; the token
 * itself can only be moved by the owner, so an owner that was thought dead and comes back moves nothing.
 */
final class Claims {

    private final DataSource dataSource;
    private final JdbcTransactions transactions;
    private final String table;
    private final String owner;
    private final Duration claimTimeout;
    private final String move;
    private final String moveWithoutWaiting;
    private final String moveAtCommit;
    private final boolean eventsCommitAlong;

    /**
     * The claims of a process.
     *
     * @param eventsCommitAlong whether events are committed by the same transaction; if not, a token is moved before they are appended elsewhere
     */
    Claims(
            DataSource dataSource,
            JdbcTransactions transactions,
            String schema,
            String owner,
            Duration claimTimeout,
            boolean eventsCommitAlong) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.table = '"' + schema + "\".token";
        this.owner = owner;
        this.claimTimeout = claimTimeout;
        this.move = "UPDATE " + table
                + " SET position = ?, event_id = ? WHERE processor = ? AND segment = ? AND owner = ? AND position = ?";
        this.moveWithoutWaiting = move + "; SET LOCAL synchronous_commit = off";
        this.moveAtCommit = """
                UPDATE %s t SET position = m.arrived::bigint, event_id = m.event_id::uuid
                FROM %s AS m (processor, segment, owner, departed, arrived, event_id)
                WHERE t.processor = m.processor AND t.segment = m.segment::integer AND t.owner = m.owner
                  AND t.position = m.departed::bigint""".formatted(table, JdbcTransactions.rows(6));
        this.eventsCommitAlong = eventsCommitAlong;
    }

    /** Where the tokens are. */
    String table() {
        return table;
    }

    /** Makes the segments of a processor that has none yet. */
    void initialise(String processor, int segments, Position start) throws SQLException {
        String sql = """
                INSERT INTO %s (processor, segment, mask, position, event_id)
                SELECT ?, s, ?, ?, ? FROM generate_series(0, ?) s
                WHERE NOT EXISTS (SELECT FROM %s WHERE processor = ?)
                ON CONFLICT DO NOTHING""".formatted(table, table);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, processor);
            insert.setInt(2, Integer.highestOneBit(Math.max(1, segments) * 2 - 1) - 1);
            insert.setLong(3, start.value());
            insert.setObject(4, start.eventId());
            insert.setInt(5, segments - 1);
            insert.setString(6, processor);
            insert.executeUpdate();
        }
    }

    /** The segments of a processor that nobody works on. What this owner held in an earlier life counts as free. */
    List<Integer> free(String processor, Collection<Integer> workedOn) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.query(
                    connection,
                    "SELECT segment FROM " + table
                            + " WHERE processor = ? AND segment <> ALL (?) AND (owner IS NULL OR owner = ? OR claimed_until < now())"
                            + " ORDER BY segment",
                    row -> row.getInt(1),
                    processor,
                    connection.createArrayOf("integer", workedOn.toArray()),
                    owner);
        }
    }

    /** Takes a segment, if nobody else has meanwhile. */
    Optional<Claim> claim(String processor, int segment) throws SQLException {
        String sql = """
                UPDATE %s SET owner = ?, claimed_until = now() + make_interval(secs => ?)
                WHERE processor = ? AND segment = ? AND (owner IS NULL OR owner = ? OR claimed_until < now())
                RETURNING mask, position, event_id""".formatted(table);
        try (Connection connection = dataSource.getConnection()) {
            return Sql.query(
                            connection,
                            sql,
                            row -> new Claim(
                                    processor,
                                    segment,
                                    row.getInt(1),
                                    new Position(row.getLong(2), row.getObject(3, UUID.class))),
                            owner,
                            claimTimeout.toMillis() / 1000.0,
                            processor,
                            segment,
                            owner)
                    .stream()
                    .findFirst();
        }
    }

    /**
     * Extends claims of this owner on a processor, each by itself: tokens that are moved together are locked in any order, so nobody may
     * hold one while waiting for another.
     *
     * @return the segments that are still held
     */
    List<Integer> extend(String processor, Collection<Integer> segments) throws SQLException {
        String sql =
                "UPDATE %s SET claimed_until = now() + make_interval(secs => ?) WHERE processor = ? AND segment = ? AND owner = ?"
                        .formatted(table);
        List<Integer> held = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (int segment : segments) {
                if (Sql.update(connection, sql, claimTimeout.toMillis() / 1000.0, processor, segment, owner) == 1) {
                    held.add(segment);
                }
            }
        }
        return held;
    }

    /**
     * Moves the token, in the transaction of the batch it stands for. Unless that appends events, its commit does not wait for the disk.
     *
     * @param appendsNothing whether that is sure by now
     * @throws ClaimLostException if somebody else has taken the segment, or the token is not where this owner left it; if it is moved by the
     *     commit, that fails with a {@link RowNotAsExpectedException} instead
     */
    void move(Claim claim, Position from, Position to, boolean appendsNothing) throws SQLException {
        if (eventsCommitAlong && !appendsNothing) {
            transactions.changeAtCommit(moveAtCommit, List.<@Nullable String[]>of(row(claim, from, to)));
            transactions.mayBeTakenBack();
            return;
        }
        try (Connection connection = transactions.getConnection();
                PreparedStatement update = connection.prepareStatement(appendsNothing ? moveWithoutWaiting : move)) {
            update.setLong(1, to.value());
            update.setObject(2, to.eventId());
            update.setString(3, claim.processor());
            update.setInt(4, claim.segment());
            update.setString(5, owner);
            update.setLong(6, from.value());
            if (update.executeUpdate() != 1) {
                throw new ClaimLostException(claim);
            }
        }
    }

    private @Nullable String[] row(Claim claim, Position from, Position to) {
        return new @Nullable String[] {
            claim.processor(),
            Integer.toString(claim.segment()),
            owner,
            Long.toString(from.value()),
            Long.toString(to.value()),
            to.eventId() == null ? null : to.eventId().toString()
        };
    }

    /** Divides a segment into two that both begin where it stands; whether this owner held it. The other half is free. */
    boolean split(Claim claim) throws SQLException {
        String sql = """
                WITH halved AS (
                  UPDATE %s SET mask = mask * 2 + 1 WHERE processor = ? AND segment = ? AND mask = ? AND owner = ?
                  RETURNING processor, segment, mask, position, event_id)
                INSERT INTO %s (processor, segment, mask, position, event_id)
                SELECT processor, segment + (mask + 1) / 2, mask, position, event_id FROM halved""".formatted(table, table);
        try (Connection connection = dataSource.getConnection()) {
            return 1 == Sql.update(connection, sql, claim.processor(), claim.segment(), claim.mask(), owner);
        }
    }

    /** Makes two halves one again; whether this owner held both and they stood at the same position. */
    boolean merge(Claim lower, Claim upper) throws SQLException {
        String sql = """
                WITH gone AS (
                  DELETE FROM %1$s u USING %1$s l
                  WHERE u.processor = ? AND u.segment = ? AND u.mask = ? AND u.owner = ?
                    AND l.processor = u.processor AND l.segment = ? AND l.mask = u.mask AND l.owner = u.owner
                    AND l.position = u.position
                  RETURNING l.processor, l.segment)
                UPDATE %1$s t SET mask = (t.mask - 1) / 2 FROM gone
                WHERE t.processor = gone.processor AND t.segment = gone.segment""".formatted(table);
        try (Connection connection = dataSource.getConnection()) {
            return 1
                    == Sql.update(
                            connection, sql, upper.processor(), upper.segment(), upper.mask(), owner, lower.segment());
        }
    }

    /** Gives a segment back, so that others need not wait for the claim to end. */
    void release(Claim claim) throws SQLException {
        String sql =
                "UPDATE %s SET owner = NULL, claimed_until = NULL WHERE processor = ? AND segment = ? AND owner = ?"
                        .formatted(table);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, claim.processor());
            update.setInt(2, claim.segment());
            update.setString(3, owner);
            update.executeUpdate();
        }
    }

    /** A segment that this process works on, and where its token was when it was claimed. */
    record Claim(String processor, int segment, int mask, Position position) {

        /** The segment that both halves of this one's parent are divided from, and the other half. */
        int sibling() {
            return segment ^ ((mask + 1) / 2);
        }

        boolean matches(String sequence) {
            return (sequence.hashCode() & mask) == segment;
        }

        @Override
        public String toString() {
            return processor + "[" + segment + "]";
        }
    }

    /** Somebody else works on the segment now. */
    static final class ClaimLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClaimLostException(Claim claim, RowNotAsExpectedException cause) {
            super(claim + " is no longer held by this process", cause);
        }

        ClaimLostException(Claim claim) {
            super(claim + " is no longer held by this process");
        }
    }
}
