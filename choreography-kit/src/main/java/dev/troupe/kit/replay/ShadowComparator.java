package dev.troupe.kit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.replay.Comparison.Difference;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the live table of a projection with its shadow; the database does the work. */
final class ShadowComparator {

    private static final int SAMPLES = 20;
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private final String live;
    private final String shadow;
    private final String key;

    /**
     * Compares a projection with what is in another schema.
     *
     * @param inPart whether only the rows are compared that the shadow was to hold
     */
    ShadowComparator(Projection<?> projection, String shadowSchema, boolean inPart) {
        this.key = projection.keyColumn();
        String whole = "\"%s\".\"%s\"".formatted(projection.name(), projection.name());
        this.live = inPart
                ? "(SELECT * FROM %s WHERE %s IN (SELECT key FROM \"%s\".touched_key))"
                        .formatted(whole, key, shadowSchema)
                : whole;
        this.shadow = "\"%s\".\"%s\"".formatted(shadowSchema, projection.name());
    }

    Comparison compare(Connection connection, long position) throws SQLException {
        Digest ofLive = digest(connection, live);
        Digest ofShadow = digest(connection, shadow);
        if (ofLive.equals(ofShadow)) {
            return new Comparison(position, ofLive.rows, 0, 0, 0, ofLive.text, ofShadow.text, List.of());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(*) FILTER (WHERE l.row = s.row),
                               count(*) FILTER (WHERE s.row IS NULL),
                               count(*) FILTER (WHERE l.row IS NULL),
                               count(*) FILTER (WHERE l.row <> s.row)
                        FROM %s""".formatted(joined()))) {
            row.next();
            return new Comparison(
                    position,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    ofLive.text,
                    ofShadow.text,
                    samples(connection));
        }
    }

    private String joined() {
        return "(SELECT t.%1$s AS key, to_jsonb(t) AS row FROM %2$s t) l FULL JOIN (SELECT t.%1$s AS key, to_jsonb(t) AS row FROM %3$s t) s USING (key)"
                .formatted(key, live, shadow);
    }

    /**
     * The sums of two hashes of each row: they need no order, and no more memory for a million rows than for one. Hashes that nobody could
     * forge would take eight times as long, and a projection has no reason to.
     */
    private static Digest digest(Connection connection, String table) throws SQLException {
        String sql = """
                SELECT count(*),
                       encode(sha256(convert_to(concat_ws(' ', count(*), sum(hashtextextended(row, 0)),
                                                          sum(hashtextextended(row, 1))), 'UTF8')), 'hex')
                FROM (SELECT to_json(t)::text AS row FROM %s t OFFSET 0) each_once""".formatted(table);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Digest(row.getLong(1), row.getString(2));
        }
    }

    private List<Difference> samples(Connection connection) throws SQLException {
        String sql = "SELECT key, l.row, s.row FROM %s WHERE l.row IS DISTINCT FROM s.row ORDER BY key LIMIT %d"
                .formatted(joined(), SAMPLES);
        List<Difference> samples = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, @Nullable Object> before = row(row.getString(2));
                Map<String, @Nullable Object> after = row(row.getString(3));
                samples.add(new Difference(row.getString(1), differing(before, after), before, after));
            }
        }
        return samples;
    }

    private static List<String> differing(
            @Nullable Map<String, @Nullable Object> live, @Nullable Map<String, @Nullable Object> shadow) {
        if (live == null || shadow == null) {
            return List.of();
        }
        return live.keySet().stream()
                .filter(column -> !Objects.equals(live.get(column), shadow.get(column)))
                .toList();
    }

    private static @Nullable Map<String, @Nullable Object> row(@Nullable String text) {
        try {
            return text == null ? null : FactMapper.get().readValue(text, ROW);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row cannot be read as JSON", e);
        }
    }

    private record Digest(long rows, String text) {}
}
