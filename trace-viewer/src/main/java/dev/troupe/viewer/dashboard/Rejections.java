package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.Sql;
import dev.troupe.viewer.dashboard.Dashboard.Rejected;
import dev.troupe.viewer.status.Services;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Counts input that was not taken: requests that were refused, and rows of files in quarantine. */
final class Rejections {

    private static final String QUARANTINES = """
            SELECT table_schema FROM information_schema.columns
            WHERE table_name = 'quarantine' AND column_name = 'state' AND table_schema ~ '^[a-z][a-z_]*$'
              AND has_column_privilege(format('%I.%I', table_schema, table_name), 'state', 'SELECT')""";
    private static final String HELD =
            "SELECT reason, count(*) AS number FROM \"%s\".quarantine WHERE state = 'HELD' GROUP BY reason";

    private Rejections() {}

    /** By service and reason, the most frequent first; the processes of a service count together. */
    static List<Rejected> refused(Services services) {
        List<Rejected> refused = new ArrayList<>();
        services.all().forEach(service -> {
            Map<String, Long> reasons = new TreeMap<>();
            service.instances().forEach(instance -> instance.refused()
                    .forEach((reason, number) -> reasons.merge(reason, number, Long::sum)));
            reasons.forEach((reason, number) -> refused.add(new Rejected(service.name(), reason, number)));
        });
        return sorted(refused);
    }

    /** By service and reason, as long as nobody has decided about them. */
    static List<Rejected> quarantined(DataSource source) throws SQLException {
        List<Rejected> held = new ArrayList<>();
        for (String schema : Sql.query(source, QUARANTINES, row -> row.getString(1))) {
            held.addAll(Sql.query(
                    source,
                    HELD.formatted(schema),
                    row -> new Rejected(schema, row.getString("reason"), row.getLong("number"))));
        }
        return sorted(held);
    }

    static long sum(List<Rejected> rejected) {
        return rejected.stream().mapToLong(Rejected::number).sum();
    }

    private static List<Rejected> sorted(List<Rejected> rejected) {
        return rejected.stream()
                .sorted(Comparator.comparingLong(Rejected::number).reversed())
                .toList();
    }
}
