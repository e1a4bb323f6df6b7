package dev.troupe.viewer.map;

import dev.troupe.kit.database.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What was observed, as the index counted it. */
record Observed(Map<String, Count> facts, List<Step> steps) {

    private static final String FACTS = """
            SELECT type, min(source) AS source, sum(events) AS events,
              coalesce(sum(events) FILTER (WHERE minute > now() - interval '10 minutes'), 0) / 10.0 AS per_minute
            FROM trace_viewer.minute_count GROUP BY type""";
    private static final String STEPS = """
            SELECT cause, source, effect, sum(events) AS events, sum(total_millis) AS total_millis, max(max_millis) AS max_millis,
              coalesce(sum(events) FILTER (WHERE minute > now() - interval '10 minutes'), 0) / 10.0 AS per_minute
            FROM trace_viewer.reaction_count GROUP BY cause, source, effect ORDER BY effect""";

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
                        row.getDouble("per_minute"),
                        row.getLong("total_millis"),
                        row.getLong("max_millis")));
        return new Observed(facts, steps);
    }

    /** The steps from a fact to whatever a service published because of it. */
    List<Step> from(String fact, String service) {
        return steps.stream()
                .filter(step -> step.cause.equals(fact) && step.source.equals(service))
                .toList();
    }

    record Count(String source, long events, double perMinute) {}

    record Step(
            String cause,
            String source,
            String effect,
            long events,
            double perMinute,
            long totalMillis,
            long maxMillis) {}
}
