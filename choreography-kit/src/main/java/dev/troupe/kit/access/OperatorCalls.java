package dev.troupe.kit.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The record of what operators did: a row is committed before a call is let through and gets its outcome afterwards, so that a process that
 * ends in between leaves a call whose outcome is not known, rather than none.
 */
public final class OperatorCalls {

    private static final int FORBIDDEN = 403;

    private final DataSource database;
    private final String table;

    /**
     * Makes the record of a service.
     *
     * @param schema the service's schema
     */
    public OperatorCalls(DataSource database, String schema) {
        this.database = database;
        this.table = '"' + schema + "\".operator_call";
    }

    /**
     * Writes down that a call begins.
     *
     * @return its number, for {@link #ended}
     * @throws IllegalStateException if it cannot be written down; the call must not be let through
     */
    public long begun(Call call) {
        return insert(call, null);
    }

    /** Writes down that a known caller was refused a call for want of a role. */
    public void refused(Call call) {
        insert(call, FORBIDDEN);
    }

    /** Writes down how a call ended, by the status of its answer. */
    public void ended(long id, int status) {
        String update = "UPDATE " + table + " SET status = ?, ended_at = clock_timestamp() WHERE id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setInt(1, status);
            statement.setLong(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw unrecorded(e);
        }
    }

    /**
     * The newest calls, the newest first.
     *
     * @param before only calls with a lower number, for the page after one that ended with it; null for the first page
     * @param limit how many at most
     */
    public List<RecordedCall> list(@Nullable Long before, int limit) {
        String select = "SELECT id, called_at, caller, method, path, status, trace_id FROM " + table
                + " WHERE id < ? ORDER BY id DESC LIMIT ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, before == null ? Long.MAX_VALUE : before);
            statement.setInt(2, limit);
            List<RecordedCall> calls = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    calls.add(new RecordedCall(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, Integer.class),
                            row.getString(7)));
                }
            }
            return calls;
        } catch (SQLException e) {
            throw new IllegalStateException("Operators' calls cannot be read: " + e.getMessage(), e);
        }
    }

    private long insert(Call call, @Nullable Integer status) {
        String insert = "INSERT INTO " + table + " (caller, method, path, trace_id, status, ended_at)"
                + " VALUES (?, ?, ?, ?, ?, CASE WHEN ? THEN now() END) RETURNING id";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, call.caller());
            statement.setString(2, call.method());
            statement.setString(3, call.path());
            statement.setString(4, call.traceId());
            statement.setObject(5, status, Types.INTEGER);
            statement.setBoolean(6, status != null);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw unrecorded(e);
        }
    }

    private static IllegalStateException unrecorded(SQLException cause) {
        return new IllegalStateException("An operator's call cannot be recorded: " + cause.getMessage(), cause);
    }

    /**
     * One call.
     *
     * @param caller who sent it, as the token says
     * @param path what for; without the query
     */
    public record Call(
            String caller,
            String method,
            String path,
            @Nullable String traceId) {}

    /**
     * One call as it is remembered.
     *
     * @param id its number; later calls have higher ones
     * @param status of the answer; absent if the process ended before there was one
     */
    public record RecordedCall(
            long id,
            Instant calledAt,
            String caller,
            String method,
            String path,
            @Nullable Integer status,
            @Nullable String traceId) {}
}
