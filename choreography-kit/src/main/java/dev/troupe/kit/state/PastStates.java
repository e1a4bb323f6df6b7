package dev.troupe.kit.state;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactSerializer;
import dev.troupe.kit.state.StateHistory.Step;
import dev.troupe.kit.store.EventLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Time travel: shows any aggregate of the service as it was at any time, by going through its events up to then. An aggregate is called by
 * its class in lower case, and its stream is that name, a hyphen and its id.
 */
public final class PastStates {

    private static final int PAGE = 1_000;

    private final Choreography choreography;
    private final EventLog eventLog;
    private final PastEvents events;
    private final Configuration axon;

    /** The past of a service's aggregates. */
    public PastStates(Choreography choreography, EventLog eventLog, FactSerializer serializer, Configuration axon) {
        this.choreography = choreography;
        this.eventLog = eventLog;
        this.events = new PastEvents(new FactDecoder(choreography.catalogue().types()), serializer);
        this.axon = axon;
    }

    /** The types of aggregates that can be looked at. */
    public List<String> aggregates() {
        return choreography.aggregates().stream().map(PastStates::nameOf).toList();
    }

    /** How an aggregate was at a moment. */
    public PastState at(String aggregate, String id, Moment moment) {
        Iterator<StoredEvent> past = eventsOf(aggregate, id);
        StoredEvent last = past.next();
        if (!moment.includes(last)) {
            throw new Refusal("no-state-yet", 404, "%s %s had not begun %s.".formatted(aggregate, id, moment));
        }
        Rehearsal<?> rehearsal = rehearsal(aggregate, last);
        rehearsal.goThrough(events.message(last));
        while (past.hasNext()) {
            StoredEvent next = past.next();
            if (!moment.includes(next)) {
                break;
            }
            rehearsal.goThrough(events.message(next));
            last = next;
        }
        return new PastState(
                aggregate,
                id,
                last.streamPosition() + 1,
                last.type(),
                last.position(),
                last.recordedAt(),
                rehearsal.fields());
    }

    /**
     * What each event did to an aggregate.
     *
     * @param after begins after this place among the aggregate's events, which count from 0; -1 for the first
     * @param limit at most so many events
     */
    public StateHistory history(String aggregate, String id, long after, int limit) {
        Iterator<StoredEvent> past = eventsOf(aggregate, id);
        StoredEvent event = past.next();
        Rehearsal<?> rehearsal = rehearsal(aggregate, event);
        List<Step> steps = new ArrayList<>();
        Map<String, @Nullable Object> before = Map.of();
        boolean more = true;
        while (more && steps.size() < limit) {
            boolean wanted = event.streamPosition() > after;
            if (wanted && steps.isEmpty() && event.streamPosition() > 0) {
                before = rehearsal.fields();
            }
            rehearsal.goThrough(events.message(event));
            if (wanted) {
                Map<String, @Nullable Object> now = rehearsal.fields();
                steps.add(step(event, before, now));
                before = now;
            }
            more = past.hasNext();
            event = more ? past.next() : event;
        }
        return new StateHistory(aggregate, id, steps, more ? steps.getLast().streamPosition() : null);
    }

    private static Step step(
            StoredEvent event, Map<String, @Nullable Object> before, Map<String, @Nullable Object> now) {
        return new Step(
                event.streamPosition(),
                event.position(),
                event.type(),
                event.recordedAt(),
                StateChanges.between(before, now));
    }

    /** The events of an aggregate, of which there is at least one; read in pages, since there may be very many. */
    private Iterator<StoredEvent> eventsOf(String aggregate, String id) {
        typeOf(aggregate);
        String stream = aggregate + "-" + id;
        Iterator<StoredEvent> all = Stream.iterate(
                        eventLog.eventsOfStream(stream, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : eventLog.eventsOfStream(stream, page.getLast().streamPosition() + 1, PAGE))
                .flatMap(List::stream)
                .iterator();
        if (!all.hasNext()) {
            throw new Refusal("no-such-aggregate", 404, "There is no %s %s.".formatted(aggregate, id));
        }
        return all;
    }

    private Rehearsal<?> rehearsal(String aggregate, StoredEvent first) {
        return Rehearsal.of(typeOf(aggregate), first.stream(), events.message(first), axon);
    }

    private Class<?> typeOf(String aggregate) {
        return choreography.aggregates().stream()
                .filter(type -> nameOf(type).equals(aggregate))
                .findFirst()
                .<Class<?>>map(AggregateType::type)
                .orElseThrow(() -> new Refusal(
                        "no-such-aggregate-type",
                        404,
                        "There are no aggregates called %s in this service; it has %s."
                                .formatted(aggregate, aggregates())));
    }

    private static String nameOf(AggregateType aggregate) {
        return aggregate.type().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
