package dev.troupe.kit.replay;

import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Exchanges some rows of a live projection for those of a shadow in part, and back. The rows that were live are kept with the position up to
 * which they were folded, so that taking them back can first fold what has happened to their flows since.
 */
final class Repair {

    private final Rebuilds rebuilds;
    private final ReplayLog log;

    Repair(Rebuilds rebuilds, ReplayLog log) {
        this.rebuilds = rebuilds;
        this.log = log;
    }

    /** Puts the shadow's rows in the place of the live ones, which are kept. */
    String repair(Connection connection, Replay replay) throws SQLException {
        Shadow<?> shadow = rebuilds.shadow(replay);
        Shadow<?> before = rebuilds.before(replay);
        Swap.forgetKept(connection, log, replay.projection());
        before.create(replay.id());
        long live = LiveToken.lock(connection, replay.projection());
        shadow.catchUp(connection, live);
        String keys = "SELECT key FROM \"%s\".touched_key".formatted(shadow.schema());
        execute(connection, "INSERT INTO \"%s\".touched_key %s".formatted(before.schema(), keys));
        execute(
                connection,
                "INSERT INTO %s SELECT * FROM %s WHERE %s IN (%s)"
                        .formatted(table(replay, before.schema()), live(replay), key(replay), keys));
        execute(
                connection,
                "UPDATE \"%s\".token SET (position, event_id) = (SELECT position, event_id FROM \"%s\".token WHERE segment = 0)"
                        .formatted(before.schema(), replay.projection()));
        int rows = replace(connection, replay, shadow.schema());
        execute(connection, "DROP SCHEMA \"%s\" CASCADE".formatted(shadow.schema()));
        log.keep(connection, replay.id(), before.schema());
        log.enter(connection, replay.id(), State.SWAPPED, null);
        return "%d rows took the place of those that are kept in %s".formatted(rows, before.schema());
    }

    /** Puts the rows that were live back, as they would be by now. */
    String rollback(Connection connection, Replay replay) throws SQLException {
        Shadow<?> before = rebuilds.before(replay);
        before.catchUp(connection, LiveToken.lock(connection, replay.projection()));
        int rows = replace(connection, replay, before.schema());
        execute(connection, "DROP SCHEMA \"%s\" CASCADE".formatted(before.schema()));
        log.keep(connection, replay.id(), null);
        log.enter(connection, replay.id(), State.ROLLED_BACK, null);
        return "%d rows are as they were".formatted(rows);
    }

    private int replace(Connection connection, Replay replay, String schema) throws SQLException {
        execute(
                connection,
                "DELETE FROM %s WHERE %s IN (SELECT key FROM \"%s\".touched_key)"
                        .formatted(live(replay), key(replay), schema));
        return execute(connection, "INSERT INTO %s SELECT * FROM %s".formatted(live(replay), table(replay, schema)));
    }

    private String key(Replay replay) {
        return rebuilds.projection(replay.projection()).keyColumn();
    }

    private static String live(Replay replay) {
        return table(replay, replay.projection());
    }

    private static String table(Replay replay, String schema) {
        return "\"%s\".\"%s\"".formatted(schema, replay.projection());
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
