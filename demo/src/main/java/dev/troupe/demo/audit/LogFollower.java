package dev.troupe.demo.audit;

import dev.troupe.demo.audit.Audit.Progress;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.document.Declarations;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.kit.store.EventLog;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Keeps an audit up to date with the event log while the system runs. */
public final class LogFollower {

    private static final int PAGE = 2_000;
    private static final long LOOK_EVERY_MILLIS = 100;

    private final EventLog eventLog;
    private final Audit audit;
    private long position;

    /**
     * Follows the log from its first event on.
     *
     * @param declared a role that may read what services declare
     */
    public LogFollower(EventLog eventLog, DataSource declared) throws SQLException {
        this.eventLog = eventLog;
        this.audit = new Audit(new Expectations(Declarations.read(declared)));
    }

    /** Reads what is new; whether there was anything. */
    public boolean catchUp() {
        boolean any = false;
        while (true) {
            List<StoredEvent> page = eventLog.read(position, Long.MAX_VALUE, PAGE);
            if (page.isEmpty()) {
                return any;
            }
            page.forEach(audit::add);
            position = page.getLast().position();
            any = true;
        }
    }

    /**
     * Waits until at least so many orders are placed and every flow has ended.
     *
     * @param patience how long to wait once every flow that is still open owes something overdue and nothing happens any more
     * @return whether every flow has ended
     */
    public boolean awaitEnd(long orders, Duration patience, Consumer<Progress> progress) throws InterruptedException {
        Instant lastNews = Instant.now();
        while (true) {
            if (catchUp()) {
                lastNews = Instant.now();
            }
            Progress now = audit.progress();
            progress.accept(now);
            if (now.placed() >= orders && audit.open() == 0) {
                return true;
            }
            boolean nothingMoves = Instant.now().isAfter(lastNews.plus(patience));
            if (nothingMoves && audit.open() == audit.stuck(Instant.now())) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Up to where it has read. */
    public long position() {
        return position;
    }

    /** What is known so far. */
    public Audit audit() {
        return audit;
    }
}
