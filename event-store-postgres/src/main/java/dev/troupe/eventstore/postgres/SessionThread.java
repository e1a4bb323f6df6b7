package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a database session of its own, which opens a new one whenever it has lost it, until it is closed. */
abstract class SessionThread {

    private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);
    private static final int STATEMENT_MILLIS = 10_000;
    private static final long RETRY_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String name;
    private final DataSource dataSource;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection session;
    private boolean troubled;

    SessionThread(String name, DataSource dataSource) {
        this.name = name;
        this.dataSource = dataSource;
        this.thread = Thread.ofPlatform().daemon().name("event-store-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Works with the session until {@link #isClosed()} or a failure. */
    protected abstract void work(Connection connection) throws SQLException, InterruptedException;

    /** The session is gone, and with it all that was known of its state. */
    protected void sessionLost() {}

    /** Called after each round of work that went well, so that trouble is reported when it begins and when it ends. */
    protected void workedWell() {
        if (troubled) {
            troubled = false;
            LOG.info("The event store's {} works again.", name);
        }
    }

    protected boolean isClosed() {
        return closed;
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                session = connection;
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, STATEMENT_MILLIS);
                work(connection);
            } catch (SQLException | RuntimeException e) {
                failed(e);
            } catch (InterruptedException e) {
                closed = true;
            }
            session = null;
        }
    }

    private void failed(Exception failure) {
        sessionLost();
        if (closed) {
            return;
        }
        if (!troubled) {
            troubled = true;
            LOG.warn(
                    "The event store's {} has lost the database and tries again until it is back: {}",
                    name,
                    failure.toString());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Ends the thread, if need be in the middle of what it is doing. */
    void close() {
        closed = true;
        thread.interrupt();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(PATIENCE)) {
                abort(session);
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void abort(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            // a pool's own abort() may wait for the statement that is to be ended
            connection.unwrap(BaseConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A session that is no longer needed could not be closed", e);
        }
    }
}
