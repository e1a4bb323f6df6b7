package dev.troupe.viewer.map;

import dev.troupe.viewer.map.SystemMap.PathVariant;
import dev.troupe.viewer.status.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What was observed, as the index counted it. */
record Observed(Map<String, Count> facts, List<Step> steps, List<PathVariant> paths) {

    private static final String FACTS = """
            SELECT type, min(source) AS source, sum(events) AS events,
              coalesce(sum(events) FILTER (WHERE minute > now() - interval '10 minutes'), 0) / 10.0 AS per_minute
            FROM trace_viewer.minute_count GROUP BY type""";
    private static final String STEPS =
            "SELECT cause, source, effect, events, total_millis, max_millis FROM trace_viewer.reaction_count ORDER BY effect";
    private static final String PATHS = """
            SELECT seen, coalesce(reason, outcome, 'OPEN') AS status, count(*) AS flows,
              percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_millis) AS median
            FROM (SELECT * FROM trace_viewer.flow WHERE kind = 'order' ORDER BY first_position DESC LIMIT 50000) recent
            GROUP BY seen, coalesce(reason, outcome, 'OPEN') ORDER BY flows DESC LIMIT 12""";

    static Observed read(DataSource index) throws SQLException {
        Map<String, Count> facts = new HashMap<>();
        Sql.query(
                index,
                FACTS,
                row -> facts.put(
                        row.getString("type"),
                        new Count(row.getString("source"), row.getLong("events"), row.getDouble("per_minute"))));
        List<Step> steps = Sql.query(
                index,
                STEPS,
                row -> new Step(
                        row.getString("cause"),
                        row.getString("source"),
                        row.getString("effect"),
                        row.getLong("events"),
                        row.getLong("total_millis"),
                        row.getLong("max_millis")));
        List<PathVariant> paths = Sql.query(
                index,
                PATHS,
                row -> new PathVariant(
                        Arrays.asList((String[]) row.getArray("seen").getArray()),
                        row.getString("status"),
                        row.getLong("flows"),
                        row.getObject("median", Long.class)));
        return new Observed(facts, steps, paths);
    }

    /** The steps from a fact to whatever a service published because of it. */
    List<Step> from(String fact, String service) {
        return steps.stream()
                .filter(step -> step.cause.equals(fact) && step.source.equals(service))
                .toList();
    }

    record Count(String source, long events, double perMinute) {}

    record Step(String cause, String source, String effect, long events, long totalMillis, long maxMillis) {}
}
