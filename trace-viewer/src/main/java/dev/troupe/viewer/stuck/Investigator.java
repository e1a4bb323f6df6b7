package dev.troupe.viewer.stuck;

import dev.troupe.kit.flow.Owed;
import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Sql;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks at everything that may keep flows from going on. */
public final class Investigator {

    private static final String IDS = "SELECT position, event_id FROM events.event WHERE position = ANY (?::bigint[])";

    private final DataSource source;

    /** Looks with a role that may read events and what services say. */
    public Investigator(DataSource source) {
        this.source = source;
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

    private Map<Long, String> eventIds(List<FlowRow> flows) throws SQLException {
        String[] positions = flows.stream()
                .flatMap(flow -> flow.owed().stream())
                .map(owed -> Long.toString(owed.position()))
                .distinct()
                .toArray(String[]::new);
        Map<Long, String> ids = new HashMap<>();
        Sql.query(source, IDS, row -> ids.put(row.getLong(1), row.getString(2)), (Object) positions);
        return ids;
    }
}
