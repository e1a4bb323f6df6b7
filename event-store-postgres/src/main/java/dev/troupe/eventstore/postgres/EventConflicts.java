package dev.troupe.eventstore.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Says what a failed append means, in Axon's exceptions. */
final class EventConflicts {

    /** Class 40: deadlocks and failed serialisation. */
    private static final String TRANSACTION_ROLLBACK = "40";

    /** What {@link ChangeOfRows} fails with. */
    private static final String DIVISION_BY_ZERO = "22012";

    private EventConflicts() {}

    static RuntimeException explain(SQLException failure, List<NewEvent> events) {
        ServerErrorMessage error = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (error != null && state.equals(PSQLState.UNIQUE_VIOLATION.getState())) {
            return duplicate(failure, error, events);
        }
        if (error != null
                && state.equals(PSQLState.NOT_NULL_VIOLATION.getState())
                && "stream_position".equals(error.getColumn())) {
            return new StreamGapException(
                    "The event before the one to append is not in the store, so nothing was stored: " + streams(events)
                            + ". The aggregate is ahead of its stream; load it again.",
                    failure);
        }
        if (state.equals(DIVISION_BY_ZERO)) {
            return new RowNotAsExpectedException(
                    "A row that was to be changed with the commit is no longer as it was expected, so nothing was stored.",
                    failure);
        }
        if (state.startsWith(TRANSACTION_ROLLBACK)) {
            return new ConcurrencyException(
                    "Another transaction got in the way of appending " + streams(events) + "; try again.", failure);
        }
        return new EventStoreException("Cannot append " + streams(events) + ": " + failure.getMessage(), failure);
    }

    private static AxonException duplicate(SQLException failure, ServerErrorMessage error, List<NewEvent> events) {
        if (!"event".equals(error.getTable())) {
            return new ConcurrencyException(
                    "A row that was to be committed with the events is there already (" + error.getConstraint()
                            + "), so nothing was stored: another transaction was faster.",
                    failure);
        }
        if ("event_pkey".equals(error.getConstraint())) {
            return new EventStoreException(
                    "A position was drawn twice: the sequence of events.event is behind its table. Restart to be told what to do.",
                    failure);
        }
        if ("event_event_id_key".equals(error.getConstraint())) {
            return new ConcurrencyException(
                    "An event with the same identifier is already stored: " + error.getDetail(), failure);
        }
        NewEvent taken = taken(error.getDetail(), events);
        if (taken.streamPosition() == 0) {
            return new AggregateStreamCreationException(
                    "Stream \"" + taken.stream() + "\" exists already, so no aggregate of type " + taken.aggregateType()
                            + " can be created under that identifier.",
                    failure);
        }
        return new ConcurrencyException(
                "Stream \"" + taken.stream() + "\" already has an event at position " + taken.streamPosition()
                        + ": another command was faster. Load the aggregate again.",
                failure);
    }

    private static NewEvent taken(@Nullable String detail, List<NewEvent> events) {
        return events.stream()
                .filter(event ->
                        detail != null && detail.contains("(" + event.stream() + ", " + event.streamPosition() + ")"))
                .findFirst()
                .orElse(events.getFirst());
    }

    private static String streams(List<NewEvent> events) {
        return events.stream()
                .map(event -> event.stream() + " at " + event.streamPosition())
                .limit(5)
                .toList()
                .toString();
    }
}
