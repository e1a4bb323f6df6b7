package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Schemes that look right and are not. They are here so that the tests are known to catch them. */
final class MutantTails {

    private static final int LIMIT = 1_000;

    private MutantTails() {}

    /** Delivers whatever is there after the last position. */
    static TailProtocol naiveCursor() {
        return new Naive();
    }

    /** Waits for a missing position, but not for ever. */
    static TailProtocol gapTimeout(Duration timeout) {
        return new GapTimeout(timeout);
    }

    /** Delivers what older transactions than every open one have written, and remembers the position. */
    static TailProtocol xminAndPosition() {
        return new Xmin(false);
    }

    /** The same, in the order of transactions. */
    static TailProtocol xidAndPosition() {
        return new Xmin(true);
    }

    /** Knows appenders by process. */
    static TailProtocol processIds() {
        return new LockResolvedTail(0, LIMIT, EventStoreMetrics.NONE, MutantTails::lookAtProcesses);
    }

    /** Marks missing positions as dead up to the last one drawn, rather than up to the last one seen. */
    static TailProtocol marksUpToTheHead() {
        return new UpToHead();
    }

    private static AppenderLook lookAtProcesses(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT pid::text FROM pg_locks WHERE mode = 'RowExclusiveLock' AND granted AND relation ="
                                + " 'events.event'::regclass AND pid IS NOT NULL");
                ResultSet rows = statement.executeQuery()) {
            Set<String> processes = new HashSet<>();
            while (rows.next()) {
                processes.add(rows.getString(1));
            }
            return new AppenderLook("always", processes);
        }
    }

    private static class Naive implements TailProtocol {

        private long cursor;

        @Override
        public Step next(Connection connection) throws SQLException {
            List<StoredEvent> events = EventRows.between(connection, cursor, Long.MAX_VALUE, LIMIT);
            if (!events.isEmpty()) {
                cursor = events.getLast().position();
            }
            return new Step(events, cursor, State.IDLE);
        }

        @Override
        public void connectionLost() {}
    }

    private static final class GapTimeout implements TailProtocol {

        private final Duration timeout;
        private long cursor;
        private long waitingSince;

        GapTimeout(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public Step next(Connection connection) throws SQLException {
            List<StoredEvent> events = EventRows.between(connection, cursor, Long.MAX_VALUE, LIMIT);
            int ready = 0;
            while (ready < events.size() && (events.get(ready).position() == cursor + 1 || tiredOfWaiting())) {
                cursor = events.get(ready++).position();
                waitingSince = 0;
            }
            return new Step(events.subList(0, ready), cursor, State.IDLE);
        }

        private boolean tiredOfWaiting() {
            waitingSince = waitingSince == 0 ? System.nanoTime() : waitingSince;
            return System.nanoTime() - waitingSince > timeout.toNanos();
        }

        @Override
        public void connectionLost() {}
    }

    private static final class Xmin implements TailProtocol {

        private final boolean orderedByTransaction;
        private long transaction;
        private long position;

        Xmin(boolean orderedByTransaction) {
            this.orderedByTransaction = orderedByTransaction;
        }

        @Override
        public Step next(Connection connection) throws SQLException {
            String finished = "xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
            String sql = "SELECT " + EventRows.COLUMNS + " FROM events.event WHERE " + finished
                    + (orderedByTransaction
                            ? " AND (xmin::text::bigint, position) > (?, ?) ORDER BY xmin::text::bigint, position"
                            : " AND ? >= 0 AND position > ? ORDER BY position");
            List<StoredEvent> events = EventRows.query(connection, sql, statement -> {
                statement.setLong(1, transaction);
                statement.setLong(2, position);
            });
            if (!events.isEmpty()) {
                position = events.getLast().position();
                transaction = EventRows.number(
                        connection,
                        "SELECT xmin::text::bigint FROM events.event WHERE position = ?",
                        0,
                        statement -> statement.setLong(1, position));
            }
            return new Step(events, position, State.IDLE);
        }

        @Override
        public void connectionLost() {}
    }

    private static final class UpToHead implements TailProtocol {

        private static final String DRAWN =
                "SELECT pg_sequence_last_value(pg_get_serial_sequence('events.event', 'position')::regclass)";

        private long cursor;

        @Override
        public Step next(Connection connection) throws SQLException {
            long drawn = EventRows.number(connection, DRAWN, 0, statement -> {});
            if (!AppenderWatch.begin(connection, drawn, AppenderLook::at).isOver()) {
                return new Step(List.of(), cursor, State.HOLE);
            }
            List<StoredEvent> events = EventRows.between(connection, cursor, drawn, LIMIT);
            cursor = Math.max(cursor, drawn);
            return new Step(events, cursor, State.IDLE);
        }

        @Override
        public void connectionLost() {}
    }
}
