package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The one reader of a process that follows the end of the store and fills the buffer its streams share. */
final class TailReader extends SessionThread {

    private static final long SHORTEST_PAUSE = Duration.ofNanos(200_000).toNanos();

    private final TailProtocol protocol;
    private final TailBuffer buffer;
    private final Interest interest;
    private final SettledPosition settled;
    private final Silence silence;
    private final Runnable onEvents;
    private final Duration poll;
    private boolean started;
    private final Gathering gathering = new Gathering(System.nanoTime());
    private int pauses;
    private @Nullable EventToken last;

    TailReader(
            DataSource dataSource,
            TailProtocol protocol,
            TailBuffer buffer,
            Interest interest,
            SettledPosition settled,
            Silence silence,
            Duration poll,
            Runnable onEvents) {
        super("tail reader", dataSource);
        this.protocol = protocol;
        this.buffer = buffer;
        this.interest = interest;
        this.settled = settled;
        this.silence = silence;
        this.poll = poll;
        this.onEvents = onEvents;
    }

    @Override
    protected void work(Connection connection) throws SQLException {
        if (last != null && !isStillThere(connection, last)) {
            return;
        }
        // heard by the thread that reads: one that only listened would have to be woken first, and then wake this one
        try (DoorbellListener doorbells = new DoorbellListener(connection, silence)) {
            while (!isClosed()) {
                TailProtocol.Step step = protocol.next(connection);
                workedWell();
                deliver(step, connection);
                pause(step.state(), doorbells);
            }
        }
    }

    @Override
    protected void sessionLost() {
        settled.lost();
        protocol.connectionLost();
    }

    /** After a restore or a lost failover the store may have another history than the one that was delivered. */
    private boolean isStillThere(Connection connection, EventToken delivered) throws SQLException {
        try {
            EventTokens.verify(connection, delivered);
            return true;
        } catch (TokenMismatchException e) {
            buffer.fail(e);
            onEvents.run();
            throw e;
        }
    }

    private void deliver(TailProtocol.Step step, Connection connection) throws SQLException {
        if (!started && step.state() == TailProtocol.State.HOLE) {
            return;
        }
        settled.follow(step.settled());
        if (!started) {
            started = true;
            last = EventTokens.at(connection, step.settled());
            buffer.startAt(step.settled());
            onEvents.run();
        } else if (!step.events().isEmpty()) {
            last = step.events().getLast().token();
            List<TailEvent> added = buffer.add(step.events());
            added.forEach(interest::learn);
            gathering.read((int) added.stream().filter(interest::isUrgent).count(), System.nanoTime());
            onEvents.run();
        }
    }

    private void pause(TailProtocol.State state, DoorbellListener doorbells) throws SQLException {
        switch (state) {
            case MORE -> pauses = 0;
            case HOLE ->
                LockSupport.parkNanos(
                        Math.max(SHORTEST_PAUSE << Math.min(pauses++ / 4, 5), gathering.pause(System.nanoTime())));
            case IDLE -> {
                pauses = 0;
                doorbells.await(poll, gathering.pause(System.nanoTime()), said -> Ring.patience(said, interest));
            }
        }
    }
}
