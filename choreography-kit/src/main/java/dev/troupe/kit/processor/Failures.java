package dev.troupe.kit.processor;

import dev.troupe.kit.axonserver.EventStoreFailures;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells failures that will pass from those that will not. */
final class Failures {

    private Failures() {}

    /** Whether nothing can be done until the database or the event store is back: halving the batch or parking an event would not help. */
    static boolean isOutage(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof SQLTransientException
                        || cause instanceof SQLRecoverableException
                        || cause instanceof SQLNonTransientConnectionException
                        || EventStoreFailures.isOutage(cause)
                        || (cause instanceof SQLException sql && isOutageState(sql.getSQLState())));
    }

    /** Whether the same may well succeed when it is tried again at once: somebody else was faster. */
    static boolean isConflict(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof ConcurrencyException
                        || cause instanceof AxonTransientException
                        || (cause instanceof SQLException sql && isConflictState(sql.getSQLState())));
    }

    /** Whether the same may succeed when it is tried again later. What nothing is known about, such as a fault in the code, may not. */
    static boolean mayPass(Throwable failure) {
        return isConflict(failure)
                || isOutage(failure)
                || anyCause(
                        failure,
                        cause -> cause instanceof IOException
                                || cause instanceof TimeoutException
                                || (cause instanceof SQLException sql && isCrowdedState(sql.getSQLState())));
    }

    /** What went wrong at the bottom of it, in one line. */
    static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals("53300")
                        || state.equals("25006"));
    }

    private static boolean isConflictState(@Nullable String state) {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** A lock that was not given, a statement that took too long, a server that is out of something. */
    private static boolean isCrowdedState(@Nullable String state) {
        return state != null && (state.equals("55P03") || state.equals("57014") || state.startsWith("53"));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }
}
