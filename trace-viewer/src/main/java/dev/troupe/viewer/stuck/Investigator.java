package dev.troupe.viewer.stuck;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.Owed;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Looks at everything that may keep flows from going on. */
public final class Investigator {

    private final DataSource source;
    private final EventLog eventLog;

    /** Looks with a role that may read what services say. */
    public Investigator(DataSource source, EventLog eventLog) {
        this.source = source;
        this.eventLog = eventLog;
    }

    /** What each of these flows is owed, by flow id, what was due first first. */
    public Map<String, List<Debt>> debts(Collection<FlowRow> flows, Instant now) throws SQLException {
        Map<String, List<Debt>> debts = new LinkedHashMap<>();
        List<FlowRow> owing =
                flows.stream().filter(flow -> !flow.owed().isEmpty()).toList();
        if (owing.isEmpty()) {
            return debts;
        }
        Investigation investigation = new Investigation(
                Services.look(source),
                Waiting.look(source, owing.stream().map(FlowRow::flowId).toList()),
                eventIds(owing),
                now);
        for (FlowRow flow : owing) {
            debts.put(
                    flow.flowId(),
                    flow.owed().stream()
                            .sorted(Comparator.comparing(Owed::due))
                            .map(owed -> investigation.investigate(flow.flowId(), owed))
                            .toList());
        }
        return debts;
    }

    private Map<Long, String> eventIds(List<FlowRow> flows) {
        Set<Long> positions = flows.stream()
                .flatMap(flow -> flow.owed().stream())
                .map(Owed::position)
                .collect(Collectors.toSet());
        return eventLog.eventsAt(positions).stream()
                .collect(Collectors.toMap(
                        StoredEvent::position, event -> event.eventId().toString()));
    }
}
