package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.store.EventLog;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The events of some flows: looked up flow by flow if these are few, otherwise picked from all events. */
final class EventsOfFlows implements FoldedEvents {

    private static final int FEW = 100;

    private final EventLog eventLog;
    private final FoldedEvents all;
    private final Set<String> types;
    private final Set<String> flows;

    EventsOfFlows(EventLog eventLog, Set<String> types, Set<String> flows) {
        this.eventLog = eventLog;
        this.all = new AllEvents(eventLog, types);
        this.types = types;
        this.flows = flows;
    }

    @Override
    public Page read(long after, long upTo, int limit) {
        return flows.size() <= FEW ? lookedUp(after, upTo, limit) : picked(after, upTo, limit);
    }

    private Page lookedUp(long after, long upTo, int limit) {
        long end = Math.min(upTo, eventLog.settledPosition());
        List<StoredEvent> events = flows.stream()
                .flatMap(flow -> eventLog.eventsOfFlow(flow).stream())
                .filter(event -> event.position() > after && event.position() <= end && types.contains(event.type()))
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .limit(limit)
                .toList();
        if (events.size() == limit) {
            return new Page(events, limit, events.getLast(), false);
        }
        return new Page(events, events.size(), all.read(end - 1, end, 1).last(), true);
    }

    private Page picked(long after, long upTo, int limit) {
        Page page = all.read(after, upTo, limit);
        List<StoredEvent> ofFlows = page.events().stream()
                .filter(event -> flows.contains(RecordedFacts.flowOf(event)))
                .toList();
        return new Page(ofFlows, page.lookedAt(), page.last(), page.atEnd());
    }
}
