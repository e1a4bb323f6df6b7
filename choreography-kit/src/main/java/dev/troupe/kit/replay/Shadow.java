package dev.troupe.kit.replay;

import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.projection.RowFolder;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.store.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A projection built anew in a schema beside the live one, from the same migrations and by the same folds. It has no way to append, send or
 * call: it is given a reader of events and a connection for its rows.
 */
final class Shadow<R extends Record> {

    private final ServiceDatabase database;
    private final EventLog eventLog;
    private final Projection<R> projection;
    private final String schema;
    private final RowFolder<R> folder;
    private final Map<String, Class<?>> facts;

    Shadow(ServiceDatabase database, EventLog eventLog, Projection<R> projection) {
        this.database = database;
        this.eventLog = eventLog;
        this.projection = projection;
        this.schema = schemaOf(projection.name());
        this.folder = new RowFolder<>(projection, schema);
        this.facts = projection.folds().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(FactCatalogue::nameOf, Function.identity()));
    }

    static String schemaOf(String projection) {
        return projection + "__shadow";
    }

    /** Makes an empty shadow; one that is left over is dropped. */
    void create() throws SQLException {
        drop();
        database.migrate(schema, "db/projection-common", "db/projection/" + projection.name());
        try (Connection connection = database.writer().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"%s\".token (processor, segment, mask, position) VALUES (?, 0, 0, -1)"
                                .formatted(schema))) {
            insert.setString(1, projection.name());
            insert.executeUpdate();
        }
    }

    void drop() throws SQLException {
        try (Connection connection = database.writer().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(schema));
        }
    }

    /** Where the shadow stands. */
    long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position FROM \"%s\".token".formatted(schema))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The next events after a position that concern the projection, and the last position looked at. */
    Page read(long after, long upTo, int limit) {
        long end = Math.min(upTo, eventLog.settledPosition());
        List<StoredEvent> events = eventLog.read(Math.max(0, after), end, limit, types());
        return new Page(events, events.size() == limit ? events.getLast() : lastUpTo(events, after, end));
    }

    /** Folds a page and moves the shadow's token, in the connection's transaction. */
    void fold(Connection connection, Page page) throws SQLException {
        folder.fold(connection, page.events().stream().map(this::recorded).toList());
        StoredEvent last = page.last();
        if (last != null) {
            move(connection, last.position(), last.eventId());
        }
    }

    Set<String> types() {
        return facts.keySet();
    }

    /** The event at the end, so that the token passes over events that do not concern the projection. */
    private @Nullable StoredEvent lastUpTo(List<StoredEvent> events, long after, long end) {
        List<StoredEvent> last = end > after ? eventLog.read(end - 1, end, 1) : List.of();
        if (!last.isEmpty()) {
            return last.getFirst();
        }
        return events.isEmpty() ? null : events.getLast();
    }

    private void move(Connection connection, long position, UUID eventId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE \"%s\".token SET position = ?, event_id = ?".formatted(schema))) {
            update.setLong(1, position);
            update.setObject(2, eventId);
            update.executeUpdate();
        }
    }

    private RecordedFact recorded(StoredEvent event) {
        try {
            Object fact = FactMapper.get().readValue(event.payload(), facts.get(event.type()));
            String flow = FactMapper.get()
                    .readTree(event.metadata())
                    .path(FactMetadata.CORRELATION_ID)
                    .asText(event.eventId().toString());
            return new RecordedFact(fact, new Recorded(event.position(), event.recordedAt(), flow));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s at position %d cannot be read: %s".formatted(event.type(), event.position(), e.getMessage()),
                    e);
        }
    }

    /**
     * Events to fold.
     *
     * @param last the last event looked at, whether it is folded or not; absent if there is none
     */
    record Page(List<StoredEvent> events, @Nullable StoredEvent last) {}
}
