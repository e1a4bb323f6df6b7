package dev.troupe.demo.audit;

import dev.troupe.eventstore.postgres.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether each stream is whole: its events numbered from 0 without a gap, in the order in which they were stored. */
final class StreamBook {

    private final Map<String, Long> last = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    void add(StoredEvent event) {
        Long before = last.put(event.stream(), event.streamPosition());
        long expected = before == null ? 0 : before + 1;
        if (event.streamPosition() != expected) {
            broken.add("stream %s: event %d at position %d, where event %d should be"
                    .formatted(event.stream(), event.streamPosition(), event.position(), expected));
        }
    }

    List<String> broken() {
        return broken;
    }
}
