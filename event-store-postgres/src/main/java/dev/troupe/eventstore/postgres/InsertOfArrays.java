package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The INSERT of many events: an array for every column, so that it is the same statement for any number. */
record InsertOfArrays(List<PlacedEvent> events) implements SqlPart {

    private static final String SQL = """
            INSERT INTO events.event
                (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, metadata, payload)
            SELECT e.stream,
                   CASE WHEN e.follows THEN
                       (SELECT p.stream_position + 1 FROM events.event p
                        WHERE p.stream = e.stream AND p.stream_position = e.stream_position - 1)
                   ELSE e.stream_position END,
                   e.aggregate_type, e.event_id, e.type, e.revision, e.occurred_at, e.metadata::json, e.payload::json
            FROM unnest(?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::text[])
                WITH ORDINALITY AS e(stream, stream_position, follows, aggregate_type, event_id, type, revision, occurred_at,
                                     metadata, payload, nth)
            ORDER BY e.nth""";

    private static final int PARAMETERS = 10;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        Columns columns = new Columns(statement, before);
        columns.set(1, "text", new String[events.size()], placed -> placed.event().stream());
        columns.set(2, "int8", new Long[events.size()], placed -> placed.event().streamPosition());
        columns.set(3, "bool", new Boolean[events.size()], PlacedEvent::follows);
        columns.set(
                4, "text", new String[events.size()], placed -> placed.event().aggregateType());
        columns.set(
                5, "uuid", new Object[events.size()], placed -> placed.event().eventId());
        columns.set(
                6, "text", new String[events.size()], placed -> placed.event().type());
        columns.set(
                7, "text", new String[events.size()], placed -> placed.event().revision());
        columns.set(8, "text", new String[events.size()], placed -> placed.event()
                .occurredAt()
                .toString());
        columns.set(
                9, "text", new String[events.size()], placed -> placed.event().metadata());
        columns.set(
                10, "text", new String[events.size()], placed -> placed.event().payload());
        return PARAMETERS;
    }

    private final class Columns {

        private final PreparedStatement statement;
        private final int before;

        Columns(PreparedStatement statement, int before) {
            this.statement = statement;
            this.before = before;
        }

        <T> void set(int index, String type, @Nullable T[] values, Function<PlacedEvent, @Nullable T> value)
                throws SQLException {
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(events.get(i));
            }
            statement.setArray(before + index, statement.getConnection().createArrayOf(type, values));
        }
    }
}
