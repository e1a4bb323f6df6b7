package dev.troupe.viewer.index;

import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * How much the index keeps. Only flows that have ended are let go of; an old flow can still be shown by its id, from its events.
 *
 * @param keepFor since a flow's last event
 * @param mostFlows the oldest are let go of when there are more
 */
public record Retention(Duration keepFor, long mostFlows) {

    /** So much at a time, so that nobody who looks for flows has to wait. */
    private static final int AT_ONCE = 10_000;

    private static final String TOO_OLD = """
            DELETE FROM trace_viewer.flow WHERE flow_id IN (
              SELECT flow_id FROM trace_viewer.flow WHERE ended AND last_at < ?::timestamptz ORDER BY first_position LIMIT ?)""";
    private static final String TOO_MANY = """
            DELETE FROM trace_viewer.flow WHERE flow_id IN (
              SELECT flow_id FROM trace_viewer.flow WHERE ended ORDER BY first_position
              LIMIT least(?, (SELECT greatest(0, flows - ?) FROM trace_viewer.progress)))""";

    /** Lets go of what is too old or too much; how many flows that were. */
    public long apply(DataSource index, Instant now) throws SQLException {
        String since = now.minus(keepFor).toString();
        try (Connection connection = index.getConnection()) {
            connection.setAutoCommit(false);
            long gone = Sql.update(connection, TOO_OLD, since, AT_ONCE);
            Sql.update(connection, "UPDATE trace_viewer.progress SET flows = flows - ?", gone);
            long many = Sql.update(connection, TOO_MANY, AT_ONCE, mostFlows);
            Sql.update(connection, "UPDATE trace_viewer.progress SET flows = flows - ?", many);
            Sql.update(connection, "DELETE FROM trace_viewer.minute_count WHERE minute < ?::timestamptz", since);
            Sql.update(connection, "DELETE FROM trace_viewer.reaction_count WHERE minute < ?::timestamptz", since);
            connection.commit();
            return gone + many;
        }
    }
}
