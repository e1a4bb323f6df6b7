package dev.troupe.kit.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.events.Sealed;
import dev.troupe.kit.quarantine.QuarantineEntry.State;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a quarantine. */
final class QuarantineTable {

    private final String table;

    QuarantineTable(String schema) {
        this.table = '"' + schema + "\".quarantine";
    }

    boolean insert(Connection connection, RejectedInput input, Sealed content) throws SQLException {
        String sql = "INSERT INTO " + table + " (source, first_row, last_row, reason, detail, content)"
                + " VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, input.source());
            insert.setObject(2, input.firstRow());
            insert.setObject(3, input.lastRow());
            insert.setString(4, input.reason());
            insert.setString(5, input.detail());
            insert.setString(6, json(content));
            return insert.executeUpdate() == 1;
        }
    }

    List<QuarantineEntry> page(Connection connection, @Nullable State state, long after, int limit)
            throws SQLException {
        String sql = "SELECT * FROM " + table + " WHERE id > ? AND (?::text IS NULL OR state = ?) ORDER BY id LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setString(2, state == null ? null : state.name());
            select.setString(3, state == null ? null : state.name());
            select.setInt(4, limit);
            return read(select, content -> null);
        }
    }

    Optional<QuarantineEntry> find(Connection connection, long id, Function<Sealed, @Nullable String> open)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table + " WHERE id = ?")) {
            select.setLong(1, id);
            return read(select, open).stream().findFirst();
        }
    }

    boolean decide(
            Connection connection,
            long id,
            State state,
            String by,
            @Nullable String decision,
            @Nullable String releasedAs)
            throws SQLException {
        String sql =
                "UPDATE " + table + " SET state = ?, decided_by = ?, decision = ?, released_as = ?, decided_at = now(),"
                        + " content = NULL WHERE id = ? AND state = 'HELD'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setString(2, by);
            update.setString(3, decision);
            update.setString(4, releasedAs);
            update.setLong(5, id);
            return update.executeUpdate() == 1;
        }
    }

    private static List<QuarantineEntry> read(PreparedStatement select, Function<Sealed, @Nullable String> open)
            throws SQLException {
        List<QuarantineEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String sealed = row.getString("content");
                entries.add(new QuarantineEntry(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getObject("first_row", Integer.class),
                        row.getObject("last_row", Integer.class),
                        row.getString("reason"),
                        row.getString("detail"),
                        sealed == null ? null : open.apply(sealed(sealed)),
                        State.valueOf(row.getString("state")),
                        row.getObject("held_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("decided_at", OffsetDateTime.class)),
                        row.getString("decided_by"),
                        row.getString("decision"),
                        row.getString("released_as")));
            }
        }
        return entries;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String json(Sealed content) {
        try {
            return FactMapper.get().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sealed value cannot be written as JSON", e);
        }
    }

    private static Sealed sealed(String json) {
        try {
            return FactMapper.get().readValue(json, Sealed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sealed value cannot be read", e);
        }
    }
}
