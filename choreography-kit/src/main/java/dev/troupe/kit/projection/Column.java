package dev.troupe.kit.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.troupe.kit.serialization.FactMapper;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a component of a row stands in the database. All values travel as text and are cast by PostgreSQL, so that a whole batch of rows is
 * one statement.
 *
 * @param sqlType the type it is cast to
 */
record Column(String name, String sqlType, RecordComponent component, JavaType type) {

    private static final Map<Class<?>, String> SQL_TYPES = Map.of(
            String.class, "text",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "bigint",
            Long.class, "bigint",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            Instant.class, "timestamptz");

    static Column of(RecordComponent component) {
        Class<?> type = component.getType();
        String sqlType = SQL_TYPES.getOrDefault(type, isTextual(type) ? "text" : "jsonb");
        component.getAccessor().setAccessible(true);
        return new Column(
                PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName()),
                sqlType,
                component,
                FactMapper.get().constructType(component.getGenericType()));
    }

    /** The value of this column in a row, as text that PostgreSQL can cast. */
    @Nullable
    String textOf(Record row) {
        Object value;
        try {
            value = component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + name + " of a row", e);
        }
        if (value == null) {
            return null;
        }
        if (sqlType.equals("jsonb")) {
            return json(value);
        }
        return switch (value) {
            case Enum<?> constant -> constant.name();
            // Instant's own toString goes by a formatter, and takes longer
            case Instant time -> time.atOffset(ZoneOffset.UTC).toString();
            default -> value.toString();
        };
    }

    private String json(Object value) {
        try {
            return FactMapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + name + " of a row as JSON", e);
        }
    }

    /** The value of this column in the current row. */
    @Nullable
    Object read(ResultSet row) throws SQLException {
        return switch (sqlType) {
            case "integer" -> primitive(row, row.getInt(name));
            case "bigint" -> primitive(row, row.getLong(name));
            case "boolean" -> primitive(row, row.getBoolean(name));
            case "timestamptz" -> instant(row.getObject(name, OffsetDateTime.class));
            default -> fromText(row.getString(name));
        };
    }

    private @Nullable Object fromText(@Nullable String text) {
        if (text == null || type.getRawClass() == String.class) {
            return text;
        }
        try {
            return sqlType.equals("jsonb")
                    ? FactMapper.get().readValue(text, type)
                    : FactMapper.get().convertValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read " + name + " of a row from JSON", e);
        }
    }

    private @Nullable Object primitive(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Enums, and ids that are records of one text. */
    private static boolean isTextual(Class<?> type) {
        return type.isEnum()
                || (type.isRecord()
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == String.class);
    }
}
