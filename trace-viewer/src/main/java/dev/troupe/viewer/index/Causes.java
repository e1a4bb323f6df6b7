package dev.troupe.viewer.index;

import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.viewer.index.Page.Entry;
import dev.troupe.viewer.status.Sql;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Finds the events that others followed from: mostly recent ones, which are remembered. */
final class Causes {

    private static final int REMEMBERED = 20_000;
    private static final String FIND =
            "SELECT position, event_id, type, recorded_at, metadata ->> 'correlationId' AS flow"
                    + " FROM events.event WHERE event_id = ANY (?::uuid[])";

    private final DataSource events;
    private final Map<String, FlowEvent> recent = new LinkedHashMap<>();

    Causes(DataSource events) {
        this.events = events;
    }

    /** The causes of a page's events, by their ids. */
    Map<String, FlowEvent> of(Page page) throws SQLException {
        page.entries().forEach(entry -> recent.put(entry.id(), entry.event()));
        Map<String, FlowEvent> found = new HashMap<>();
        String[] missing = page.entries().stream()
                .map(Entry::causeId)
                .filter(Objects::nonNull)
                .filter(id -> !recent.containsKey(id))
                .distinct()
                .toArray(String[]::new);
        if (missing.length > 0) {
            Sql.query(
                    events,
                    FIND,
                    row -> {
                        found.put(
                                row.getString("event_id"),
                                new FlowEvent(
                                        row.getLong("position"),
                                        String.valueOf(row.getString("flow")),
                                        row.getString("type"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()));
                        return true;
                    },
                    (Object) missing);
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
