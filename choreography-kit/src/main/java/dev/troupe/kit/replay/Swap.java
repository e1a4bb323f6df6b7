package dev.troupe.kit.replay;

import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Exchanges whole projections, each with its token, by renaming their schemas in one transaction. It holds the live token's row meanwhile, so
 * live handling waits for that moment and then goes on with whichever projection is live, from that one's own position.
 */
final class Swap {

    private final Rebuilds rebuilds;
    private final ReplayLog log;

    Swap(Rebuilds rebuilds, ReplayLog log) {
        this.rebuilds = rebuilds;
        this.log = log;
    }

    /** Makes the shadow live and keeps the former one. */
    String swap(Connection connection, Replay replay) throws SQLException {
        String name = replay.projection();
        Shadow<?> shadow = rebuilds.shadow(replay);
        String kept = Rebuilds.keptName(replay);
        shadow.catchUp(connection, LiveToken.lock(connection, name));
        forgetKept(connection, log, name);
        rename(connection, name, kept);
        rename(connection, shadow.schema(), name);
        log.keep(connection, replay.id(), kept);
        log.enter(connection, replay.id(), State.SWAPPED, null);
        return "what was live is kept in " + kept;
    }

    /** Makes the former one live again, and keeps the one that was taken back. */
    String rollback(Connection connection, Replay replay, String kept) throws SQLException {
        String name = replay.projection();
        String takenBack = kept.replace("__before_", "__taken_back_");
        LiveToken.lock(connection, name);
        rename(connection, name, takenBack);
        rename(connection, kept, name);
        log.keep(connection, replay.id(), takenBack);
        log.enter(connection, replay.id(), State.ROLLED_BACK, null);
        return "what was live is kept in " + takenBack;
    }

    /** Of one projection only what was live before the latest change is kept. */
    static void forgetKept(Connection connection, ReplayLog log, String projection) throws SQLException {
        for (Replay former : log.keeping(connection, projection)) {
            execute(connection, "DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(former.kept()));
            log.keep(connection, former.id(), null);
        }
    }

    private static void rename(Connection connection, String from, String to) throws SQLException {
        execute(connection, "ALTER SCHEMA \"%s\" RENAME TO \"%s\"".formatted(from, to));
        execute(connection, "UPDATE \"%s\".token SET owner = NULL, claimed_until = NULL".formatted(to));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
