package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Waits until every transaction that may have drawn a position below one already seen has ended. Each of them holds ROW EXCLUSIVE on the
 * event table from before it draws until after its commit is visible, so the lock table knows them all. Belongs to one connection: when
 * that fails, the watch is worth nothing.
 */
final class AppenderWatch {

    private final long highestSeen;
    private final String serverStart;
    private final Set<String> open;
    private final AppenderLook.Source source;

    private AppenderWatch(long highestSeen, AppenderLook first, AppenderLook.Source source) {
        this.highestSeen = highestSeen;
        this.serverStart = first.serverStart();
        this.open = first.appenders();
        this.source = source;
    }

    /** Notes who is appending now. The position was seen, in a committed row, by an earlier statement. */
    static AppenderWatch begin(Connection connection, long highestSeen, AppenderLook.Source source)
            throws SQLException {
        return new AppenderWatch(highestSeen, source.look(connection), source);
    }

    /** Once this is over, whatever a new snapshot does not show below this position will never appear. */
    long highestSeen() {
        return highestSeen;
    }

    /** Whether all that were noted have ended, as far as known. */
    boolean isOver() {
        return open.isEmpty();
    }

    /** Looks again, and tells whether this watch is still good: it is not after a restart of the server. */
    boolean lookAgain(Connection connection) throws SQLException {
        AppenderLook look = source.look(connection);
        open.retainAll(look.appenders());
        return look.serverStart().equals(serverStart);
    }
}
