package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Decides which events a reader at the tail may deliver next; the rules that make it skip and repeat nothing are here and nowhere else. */
interface TailProtocol {

    /** Reads on, on a connection in auto-commit mode. */
    Step next(Connection connection) throws SQLException;

    /** Throws away what was noted about a connection that has failed, and keeps what is settled. */
    void connectionLost();

    /** What one call found. */
    record Step(List<StoredEvent> events, long settled, State state) {}

    /** What to do before the next call. */
    enum State {
        /** Read on at once. */
        MORE,
        /** Wait shortly: an append is open, or was rolled back. */
        HOLE,
        /** Wait for news. */
        IDLE
    }
}
