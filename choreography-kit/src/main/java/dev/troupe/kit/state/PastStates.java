package dev.troupe.kit.state;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.serialization.FactSerializer;
import dev.troupe.kit.state.StateHistory.Step;
import dev.troupe.kit.store.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Time travel: shows any aggregate of the service as it was at any time, by going through its events up to then. An aggregate is called by
 * its class in lower case, and its stream is that name, a hyphen and its id.
 */
public final class PastStates {

    private final Choreography choreography;
    private final EventLog eventLog;
    private final PastEvents events;
    private final Configuration axon;

    /** The past of a service's aggregates. */
    public PastStates(Choreography choreography, EventLog eventLog, FactSerializer serializer, Configuration axon) {
        this.choreography = choreography;
        this.eventLog = eventLog;
        this.events = new PastEvents(serializer);
        this.axon = axon;
    }

    /** The types of aggregates that can be looked at. */
    public List<String> aggregates() {
        return choreography.aggregates().stream().map(PastStates::nameOf).toList();
    }

    /** How an aggregate was at a moment. */
    public PastState at(String aggregate, String id, Moment moment) {
        List<StoredEvent> past =
                eventsOf(aggregate, id).stream().filter(moment::includes).toList();
        if (past.isEmpty()) {
            throw new Refusal("no-state-yet", 404, "%s %s had not begun %s.".formatted(aggregate, id, moment));
        }
        Rehearsal<?> rehearsal = rehearsal(aggregate, past.getFirst());
        past.forEach(event -> rehearsal.goThrough(events.message(event)));
        StoredEvent last = past.getLast();
        return new PastState(
                aggregate, id, past.size(), last.type(), last.position(), last.recordedAt(), rehearsal.fields());
    }

    /**
     * What each event did to an aggregate.
     *
     * @param after begins after this place among the aggregate's events, which count from 0; -1 for the first
     * @param limit at most so many events
     */
    public StateHistory history(String aggregate, String id, long after, int limit) {
        List<StoredEvent> all = eventsOf(aggregate, id);
        Rehearsal<?> rehearsal = rehearsal(aggregate, all.getFirst());
        List<Step> steps = new ArrayList<>();
        Map<String, @Nullable Object> before = Map.of();
        for (StoredEvent event : all) {
            boolean wanted = event.streamPosition() > after;
            if (wanted && steps.size() == limit) {
                return new StateHistory(aggregate, id, steps, steps.getLast().streamPosition());
            }
            if (wanted && steps.isEmpty() && event != all.getFirst()) {
                before = rehearsal.fields();
            }
            rehearsal.goThrough(events.message(event));
            if (wanted) {
                Map<String, @Nullable Object> now = rehearsal.fields();
                steps.add(step(event, before, now));
                before = now;
            }
        }
        return new StateHistory(aggregate, id, steps, null);
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

    private List<StoredEvent> eventsOf(String aggregate, String id) {
        typeOf(aggregate);
        List<StoredEvent> all = eventLog.eventsOfStream(aggregate + "-" + id, 0);
        if (all.isEmpty()) {
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
