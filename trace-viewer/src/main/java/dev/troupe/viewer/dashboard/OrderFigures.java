package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.Sql;
import dev.troupe.viewer.dashboard.Dashboard.Latency;
import dev.troupe.viewer.dashboard.Dashboard.Minute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts orders and how long they took, from the index. */
final class OrderFigures {

    private static final String PERCENTILES =
            "percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY latency_millis) AS millis";
    private static final String MINUTES = """
            WITH counted AS (
              SELECT minute, coalesce(sum(events) FILTER (WHERE type = 'order.placed'), 0) AS placed,
                coalesce(sum(events) FILTER (WHERE type = 'order.completed'), 0) AS completed,
                coalesce(sum(events) FILTER (WHERE type = 'order.cancelled'), 0) AS cancelled
              FROM trace_viewer.minute_count
              WHERE minute > now() - interval '60 minutes' AND type IN ('order.placed', 'order.completed', 'order.cancelled')
              GROUP BY minute),
            timed AS (
              SELECT date_trunc('minute', settled_at) AS minute, %s FROM trace_viewer.flow
              WHERE kind = 'order' AND settled_at > now() - interval '60 minutes' GROUP BY 1)
            SELECT * FROM counted FULL JOIN timed USING (minute) ORDER BY minute""".formatted(PERCENTILES);
    private static final String OUTCOMES = """
            SELECT coalesce(reason, outcome, 'OPEN') AS outcome, count(*) AS flows FROM trace_viewer.flow
            WHERE kind = 'order' GROUP BY 1""";
    private static final String LATENCY = """
            SELECT count(latency_millis) AS flows, %s
            FROM trace_viewer.flow WHERE kind = 'order' AND settled_at > now() - interval '60 minutes'""".formatted(PERCENTILES);

    private final DataSource index;

    OrderFigures(DataSource index) {
        this.index = index;
    }

    List<Minute> lastHour() throws SQLException {
        return Sql.query(index, MINUTES, row -> {
            @Nullable Long[] millis = millis(row);
            return new Minute(
                    row.getObject("minute", OffsetDateTime.class).toInstant(),
                    row.getLong("placed"),
                    row.getLong("completed"),
                    row.getLong("cancelled"),
                    millis[0],
                    millis[1],
                    millis[2]);
        });
    }

    Map<String, Long> outcomes() throws SQLException {
        Map<String, Long> outcomes = new TreeMap<>();
        Sql.query(index, OUTCOMES, row -> outcomes.put(row.getString("outcome"), row.getLong("flows")));
        return outcomes;
    }

    Latency latency() throws SQLException {
        return Sql.query(index, LATENCY, row -> {
                    @Nullable Long[] millis = millis(row);
                    return new Latency(row.getLong("flows"), millis[0], millis[1], millis[2]);
                })
                .getFirst();
    }

    private static @Nullable Long[] millis(ResultSet row) throws SQLException {
        java.sql.Array array = row.getArray("millis");
        return array == null ? new Long[3] : (Long[]) array.getArray();
    }
}
