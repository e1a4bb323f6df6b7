package dev.troupe.kit.store;

import dev.troupe.kit.axonserver.EventStoreFailures;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Tells a failure that goes away by itself, such as a lost connection to the database or the event store, from a fault of ours. */
public final class Outage {

    private Outage() {}

    /** Whether the failure or one of its causes is such a one, so that the same request may be answered in a moment. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || EventStoreFailures.isOutage(cause)
                    || cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Of PostgreSQL's states: 08 connection lost, 53 out of resources, 57P shutting down or starting. */
    private static boolean passes(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
