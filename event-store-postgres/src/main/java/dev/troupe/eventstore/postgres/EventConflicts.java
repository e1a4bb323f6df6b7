package dev.troupe.eventstore.postgres;

import java.sql.SQLException;
import java.util.List;
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

    private EventConflicts() {}

    static RuntimeException explain(SQLException failure, List<NewEvent> events) {
        ServerErrorMessage error = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String state = failure.getSQLState();
        if (error != null && PSQLState.UNIQUE_VIOLATION.getState().equals(state)) {
            return duplicate(failure, error, events);
        }
        if (error != null
                && PSQLState.NOT_NULL_VIOLATION.getState().equals(state)
                && "stream_position".equals(error.getColumn())) {
            return new StreamGapException(
                    "The event before the one to append is not in the store, so nothing was stored: " + streams(events)
                            + ". The aggregate is ahead of its stream; load it again.",
                    failure);
        }
        return new EventStoreException(
                "Cannot append events to " + streams(events) + ": " + failure.getMessage(), failure);
    }

    private static AxonException duplicate(SQLException failure, ServerErrorMessage error, List<NewEvent> events) {
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
