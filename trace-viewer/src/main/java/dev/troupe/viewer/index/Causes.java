package dev.troupe.viewer.index;

import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.index.Page.Entry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds the events that others followed from: mostly recent ones, which are remembered. */
final class Causes {

    private static final int REMEMBERED = 20_000;

    /** Whatever is no id of an event names none. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final EventLog events;
    private final Map<String, FlowEvent> recent = new LinkedHashMap<>();

    Causes(EventLog events) {
        this.events = events;
    }

    /** The causes of a page's events, by their ids. */
    Map<String, FlowEvent> of(Page page) {
        page.entries().forEach(entry -> recent.put(entry.id(), entry.event()));
        Map<String, FlowEvent> found = new HashMap<>();
        List<UUID> missing = page.entries().stream()
                .map(Entry::causeId)
                .filter(Objects::nonNull)
                .filter(id -> !recent.containsKey(id) && ID.matcher(id).matches())
                .distinct()
                .map(UUID::fromString)
                .toList();
        if (!missing.isEmpty()) {
            Page.of(events.eventsById(missing)).entries().forEach(entry -> found.put(entry.id(), entry.event()));
        }
        page.entries().forEach(entry -> {
            FlowEvent cause = entry.causeId() == null ? null : recent.get(entry.causeId());
            if (cause != null) {
                found.put(entry.causeId(), cause);
            }
        });
        forget();
        return found;
    }

    private void forget() {
        var oldest = recent.entrySet().iterator();
        for (int tooMany = recent.size() - REMEMBERED; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }
}
