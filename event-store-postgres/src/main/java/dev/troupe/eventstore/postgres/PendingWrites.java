package dev.troupe.eventstore.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction leaves to be written with its commit: events, in their order, and rows that go with them.
 *
 * <p>The first event for a stream takes its place from its predecessor's row, so without that row the place is null and the INSERT fails: a gap
 * is refused for the price of one look into an index.
 */
final class PendingWrites {

    /** Up to here a statement with a parameter per value costs the server less than one with an array per column. */
    private static final int FEW = 8;

    private final List<NewEvent> written = new ArrayList<>();
    private final List<PlacedEvent> events = new ArrayList<>();
    private final Map<String, Long> lastPositions = new HashMap<>();
    private final Map<String, List<@Nullable String[]>> changes = new LinkedHashMap<>();
    private final Map<String, List<@Nullable String[]>> rows = new LinkedHashMap<>();
    private boolean mayBeTakenBack;

    /** Adds the events; refuses them if they are not in order themselves. */
    PendingWrites add(List<NewEvent> added) {
        for (NewEvent event : added) {
            Long before = lastPositions.put(event.stream(), event.streamPosition());
            if (before != null && before + 1 != event.streamPosition()) {
                throw new IllegalArgumentException("Events of stream \"" + event.stream()
                        + "\" are appended out of order: position " + event.streamPosition() + " after " + before);
            }
            events.add(new PlacedEvent(event, before == null && event.streamPosition() > 0));
        }
        return this;
    }

    /** What there is to write once all this has been written without a commit: nothing. */
    PendingWrites afterThese() {
        PendingWrites next = new PendingWrites();
        next.written.addAll(uncommitted());
        return next;
    }

    void addRows(String write, List<@Nullable String[]> added) {
        rows.computeIfAbsent(write, statement -> new ArrayList<>()).addAll(added);
    }

    void addChanges(String update, List<@Nullable String[]> changed) {
        changes.computeIfAbsent(update, statement -> new ArrayList<>()).addAll(changed);
    }

    /** A crash may take all this back, unless there are events. */
    void mayBeTakenBack() {
        mayBeTakenBack = true;
    }

    /** Adds what another transaction has left, which {@link #isApartFrom} this one. */
    void addAll(PendingWrites other) {
        mayBeTakenBack = other.mayBeTakenBack && (isEmpty() || mayBeTakenBack);
        events.addAll(other.events);
        lastPositions.putAll(other.lastPositions);
        other.changes.forEach(this::addChanges);
        other.rows.forEach(this::addRows);
    }

    /** Whether no stream is written by both. */
    boolean isApartFrom(PendingWrites other) {
        return Collections.disjoint(lastPositions.keySet(), other.lastPositions.keySet());
    }

    boolean isEmpty() {
        return events.isEmpty() && rows.isEmpty() && changes.isEmpty();
    }

    List<NewEvent> events() {
        return events.stream().map(PlacedEvent::event).toList();
    }

    /** The events that the commit will make visible: those to be written with it, and those that were before. */
    List<NewEvent> uncommitted() {
        return Stream.concat(written.stream(), events().stream()).toList();
    }

    int size() {
        return events.size();
    }

    /** Whether one statement writes all this, which is then a transaction by itself. */
    boolean isOneStatement() {
        return statements().size() == 1;
    }

    /**
     * The statements that write all this: first those that may be refused, and the events last, so that their positions are open for as short as
     * can be.
     */
    List<SqlPart> statements() {
        List<SqlPart> parts = new ArrayList<>();
        if (mayBeTakenBack && uncommitted().isEmpty()) {
            parts.add(SqlPart.COMMIT_WITHOUT_WAITING);
        }
        changes.forEach((update, values) -> parts.add(new ChangeOfRows(update, values)));
        rows.forEach((write, values) -> parts.add(new WriteOfRows(write, values)));
        if (!events.isEmpty()) {
            parts.add(events.size() <= FEW ? new InsertOfValues(events) : new InsertOfArrays(events));
        }
        return parts;
    }
}
