package dev.troupe.viewer.index;

import dev.troupe.kit.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds flows in the index. */
public final class FlowIndex {

    private static final String COUNTS = """
            SELECT (SELECT flows FROM trace_viewer.progress) AS flows, count(*) AS unended,
              count(*) FILTER (WHERE next_due < now()) AS stuck FROM trace_viewer.flow WHERE NOT ended""";

    private final DataSource source;

    /** Reads with the role that owns the index. */
    public FlowIndex(DataSource source) {
        this.source = source;
    }

    /** What is kept of a flow. */
    public Optional<FlowRow> find(String flowId) throws SQLException {
        return Sql.query(
                        source,
                        "SELECT row_to_json(f) FROM trace_viewer.flow f WHERE flow_id = ?",
                        row -> FlowRows.parse(row.getString(1)),
                        flowId)
                .stream()
                .findFirst();
    }

    /** The flows that somebody looks for, the newest first. */
    public List<FlowRow> search(FlowSearch search) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        String text = search.text();
        if (text != null && !text.isBlank()) {
            conditions.add("(flow_id LIKE ? OR customer = ? OR skus @> ARRAY[?]::text[])");
            values.add(text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
            values.add(text.strip());
            values.add(text.strip());
        }
        if (search.status() != null) {
            conditions.add(
                    switch (search.status()) {
                        case ENDED -> "ended";
                        case OPEN -> "NOT ended AND (next_due IS NULL OR next_due >= now())";
                        case STUCK -> "NOT ended AND next_due < now()";
                    });
        }
        where(conditions, values, "seen @> ARRAY[?]::text[]", search.type());
        where(conditions, values, "customer = ?", search.customer());
        where(conditions, values, "skus @> ARRAY[?]::text[]", search.sku());
        where(conditions, values, "path = ?", search.path());
        String outcome = search.outcome();
        if (outcome != null && !outcome.isBlank()) {
            outcome = outcome.strip().toUpperCase(Locale.ROOT);
            conditions.add("(outcome = ? OR reason = ?)");
            values.add(outcome);
            values.add(outcome);
        }
        where(conditions, values, "began >= ?::timestamptz", text(search.beganAfter()));
        where(conditions, values, "began < ?::timestamptz", text(search.beganBefore()));
        where(
                conditions,
                values,
                "coalesce(latency_millis, extract(epoch FROM (CASE WHEN ended THEN last_at ELSE now() END) - began) * 1000)"
                        + " >= ?",
                search.minMillis());
        where(conditions, values, "first_position < ?", search.before());
        values.add(search.limit());
        return Sql.query(
                source,
                "SELECT row_to_json(f) FROM trace_viewer.flow f "
                        + (conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions))
                        + " ORDER BY first_position DESC LIMIT ?",
                row -> FlowRows.parse(row.getString(1)),
                values.toArray());
    }

    /** How many flows there are, and how they stand. */
    public Counts counts() throws SQLException {
        return Sql.query(source, COUNTS, row -> {
                    long unended = row.getLong("unended");
                    return new Counts(row.getLong("flows"), unended - row.getLong("stuck"), row.getLong("stuck"));
                })
                .getFirst();
    }

    private static void where(
            List<String> conditions, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** How many flows there are, how many of them are under way, and how many are stuck. */
    public record Counts(long all, long open, long stuck) {}
}
