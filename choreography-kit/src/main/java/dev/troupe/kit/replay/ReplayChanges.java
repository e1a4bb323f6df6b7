package dev.troupe.kit.replay;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.replay.Replay.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes replays, one at a time each, and writes down who did it. */
final class ReplayChanges {

    private final Transactions transactions;
    private final ReplayLog log;

    ReplayChanges(Transactions transactions, ReplayLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * Makes a change in one transaction, in which nobody else can change the replay.
     *
     * @param act what is done
     * @param from the states in which that can be done
     */
    Replay make(String id, String by, String act, Set<State> from, Change change) {
        return reach(() -> transactions.run(connection -> {
            Replay replay = known(log.lock(connection, id), id);
            if (!from.contains(replay.state())) {
                throw new Refusal(
                        "replay-in-wrong-state",
                        409,
                        "Replay %s is %s and cannot be %s; that needs it to be %s."
                                .formatted(
                                        id,
                                        replay.state(),
                                        act.toLowerCase(Locale.ROOT).replace('_', ' '),
                                        from.stream().map(State::name).sorted().collect(Collectors.joining(" or "))));
            }
            log.act(connection, id, by, act, change.make(connection, replay));
            return known(log.find(connection, id), id);
        }));
    }

    /** A change of nothing but the state. */
    @Nullable
    String enter(Connection connection, Replay replay, State state) throws SQLException {
        log.enter(connection, replay.id(), state, null);
        return null;
    }

    Replay show(String id) {
        return reach(() -> transactions.run(connection -> known(log.find(connection, id), id)));
    }

    private static Replay known(Optional<Replay> replay, String id) {
        return replay.orElseThrow(
                () -> new Refusal("no-such-replay", 404, "There is no replay " + id + " in this service."));
    }

    static <T> T reach(Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (SQLException e) {
            throw new IllegalStateException("A replay cannot reach the database: " + e.getMessage(), e);
        }
    }

    /** What may fail because of the database. */
    interface Attempt<T> {
        T make() throws SQLException;
    }

    /** A change of a replay; what is to be said of it in the audit, if anything. */
    interface Change {
        @Nullable
        String make(Connection connection, Replay replay) throws SQLException;
    }
}
