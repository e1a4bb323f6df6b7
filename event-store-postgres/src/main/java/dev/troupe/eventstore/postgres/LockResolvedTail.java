package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers contiguous positions at once, and what is behind a hole as soon as the lock table shows that the hole will never be filled. See
 * RATIONALE.md for why this is right; no clock takes part in it.
 */
final class LockResolvedTail implements TailProtocol {

    private static final long UNKNOWN = -1;

    private final int limit;
    private final EventStoreMetrics metrics;
    private final AppenderLook.Source source;
    private final LookBudget budget = new LookBudget();

    private long settled;
    private long resolved = UNKNOWN;
    private @Nullable AppenderWatch watch;
    private @Nullable Hole hole;

    /** Starts at the position that is settled when it is first asked. */
    LockResolvedTail(int limit, EventStoreMetrics metrics) {
        this(UNKNOWN, limit, metrics, AppenderLook::at);
    }

    /** Starts after a position that is known to be settled, such as that of a token. */
    LockResolvedTail(long after, int limit, EventStoreMetrics metrics, AppenderLook.Source source) {
        this.settled = after;
        this.limit = limit;
        this.metrics = metrics;
        this.source = source;
    }

    @Override
    public Step next(Connection connection) throws SQLException {
        return settled == UNKNOWN ? start(connection) : read(connection);
    }

    @Override
    public void connectionLost() {
        watch = null;
        hole = null;
        resolved = Math.min(resolved, settled); // the next server may be one that lacks what was seen but not delivered
    }

    private Step start(Connection connection) throws SQLException {
        Hole unknown = hole;
        if (unknown == null) {
            unknown = new Hole(0, SettledPosition.highest(connection), System.nanoTime());
            hole = unknown;
        }
        watch(unknown, connection);
        if (resolved == UNKNOWN) {
            metrics.waitingBehindHole(unknown.highestSeen, unknown.age());
            return new Step(List.of(), 0, State.HOLE);
        }
        settled = resolved;
        close();
        return new Step(List.of(), settled, State.MORE);
    }

    private Step read(Connection connection) throws SQLException {
        Hole open = hole;
        if (open != null && !open.isYoung()) {
            watch(open, connection);
        }
        // while a hole is open nothing behind it can be delivered, so nothing behind it is read again
        boolean confined = open != null && resolved < open.firstBehind;
        long upTo = confined && open != null ? open.firstBehind - 1 : Long.MAX_VALUE;
        List<StoredEvent> rows = EventRows.between(connection, settled, upTo, limit);
        List<StoredEvent> ready = deliverable(rows);
        if (!ready.isEmpty()) {
            settled = ready.getLast().position();
        }
        return new Step(ready, settled, confined ? afterHole(upTo) : afterRead(rows, ready.size()));
    }

    private State afterHole(long lastOfHole) {
        if (settled == lastOfHole) {
            close();
            return State.MORE;
        }
        if (hole != null) {
            metrics.waitingBehindHole(settled + 1, hole.age());
        }
        return State.HOLE;
    }

    private State afterRead(List<StoredEvent> rows, int delivered) {
        close();
        if (delivered < rows.size()) {
            hole = new Hole(rows.get(delivered).position(), rows.getLast().position(), System.nanoTime());
            return State.HOLE;
        }
        return rows.size() == limit ? State.MORE : State.IDLE;
    }

    private List<StoredEvent> deliverable(List<StoredEvent> rows) {
        long last = settled;
        int count = 0;
        for (StoredEvent row : rows) {
            if (row.position() != last + 1 && row.position() > resolved) {
                break;
            }
            last = row.position();
            count++;
        }
        return rows.subList(0, count);
    }

    /** Everything missing below the highest position seen is dead once all who were appending after it was seen have ended. */
    private void watch(Hole open, Connection connection) throws SQLException {
        if (!budget.allowsLook()) {
            return;
        }
        if (watch == null) {
            watch = AppenderWatch.begin(connection, open.highestSeen, source);
        } else if (!watch.lookAgain(connection)) {
            watch = null;
        }
        if (watch != null && watch.isOver()) {
            resolved = watch.highestSeen();
            watch = null;
        }
    }

    private void close() {
        if (hole != null) {
            metrics.holeResolved(hole.age());
        }
        hole = null;
        watch = null;
    }

    /** Missing positions, up to the one before the first that was seen behind them. */
    private record Hole(long firstBehind, long highestSeen, long since) {

        private static final Duration GRACE = Duration.ofMillis(2);

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        /** Most holes are filled within a moment, and reading again is cheaper than a look at the locks. */
        boolean isYoung() {
            return age().compareTo(GRACE) < 0;
        }
    }
}
