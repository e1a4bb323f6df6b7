package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What there is to fold.
 *
 * @param from the position of the first event; 0 if there is none
 * @param rowsAtMost how many rows the events may touch
 */
record Census(long from, Map<String, Long> eventsByType, long rowsAtMost) {

    private static final int PAGE = 5_000;

    /** Counts events and the rows they touch, one by one. */
    static Census of(FoldedEvents events, RecordedFacts facts, long target) {
        Map<String, Long> byType = new TreeMap<>();
        Set<String> keys = new HashSet<>();
        long from = 0;
        long after = 0;
        boolean atEnd = false;
        while (!atEnd) {
            FoldedEvents.Page page = events.read(after, target, PAGE);
            for (StoredEvent event : page.events()) {
                byType.merge(event.type(), 1L, Long::sum);
                facts.keysOf(facts.of(event)).forEach(keys::add);
                from = from == 0 ? event.position() : from;
            }
            after = page.last() == null ? after : page.last().position();
            atEnd = page.atEnd();
        }
        return new Census(from, byType, keys.size());
    }

    long events() {
        return eventsByType.values().stream().mapToLong(Long::longValue).sum();
    }
}
