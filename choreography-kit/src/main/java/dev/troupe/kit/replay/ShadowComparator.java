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

    ShadowComparator(Projection<?> projection) {
        this.live = "\"%s\".\"%s\"".formatted(projection.name(), projection.name());
        this.shadow = "\"%s\".\"%s\"".formatted(Shadow.schemaOf(projection.name()), projection.name());
        this.key = projection.keyColumn();
    }

    Comparison compare(Connection connection, long position) throws SQLException {
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
                    digest(connection, live),
                    digest(connection, shadow),
                    samples(connection));
        }
    }

    private String joined() {
        return "(SELECT t.%1$s AS key, to_jsonb(t) AS row FROM %2$s t) l FULL JOIN (SELECT t.%1$s AS key, to_jsonb(t) AS row FROM %3$s t) s USING (key)"
                .formatted(key, live, shadow);
    }

    private String digest(Connection connection, String table) throws SQLException {
        String sql =
                "SELECT coalesce(encode(sha256(string_agg(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), ''::bytea ORDER BY t.%s COLLATE \"C\")), 'hex'), 'empty') FROM %s t"
                        .formatted(key, table);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
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
}
