package dev.troupe.kit.quarantine;

import dev.troupe.events.Sealed;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.quarantine.QuarantineEntry.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps input that cannot enter the log, until somebody mends and releases it or drops it. The input may hold anything, so it is sealed as
 * a whole, with a key per source, and forgotten once it is decided about; who decided what is kept.
 */
public final class Quarantine {

    private final DataSource dataSource;
    private final SealedValues sealedValues;
    private final QuarantineTable table;

    /**
     * The quarantine of a service.
     *
     * @param schema the service's schema
     */
    public Quarantine(DataSource dataSource, String schema, SealedValues sealedValues) {
        this.dataSource = dataSource;
        this.sealedValues = sealedValues;
        this.table = new QuarantineTable(schema);
    }

    /** Keeps input; the same row of the same source with the same reason is kept once. */
    public Held hold(List<RejectedInput> inputs) {
        return on(connection -> {
            Map<String, Integer> held = new TreeMap<>();
            for (RejectedInput input : inputs) {
                Sealed content = sealedValues.seal("quarantine/" + input.source(), input.content());
                if (table.insert(connection, input, content)) {
                    held.merge(input.reason(), 1, Integer::sum);
                }
            }
            int kept = held.values().stream().mapToInt(Integer::intValue).sum();
            return new Held(held, inputs.size() - kept);
        });
    }

    /** A page of entries in the order in which they came, without their content. */
    public List<QuarantineEntry> list(@Nullable State state, long after, int limit) {
        return on(connection -> table.page(connection, state, after, limit));
    }

    /** An entry without its content. */
    public QuarantineEntry show(long id) {
        return find(id, content -> null);
    }

    /** An entry with its content if it is still held. */
    public QuarantineEntry open(long id) {
        return find(id, content -> sealedValues.open(content, String.class).orElse(null));
    }

    private QuarantineEntry find(long id, Function<Sealed, @Nullable String> open) {
        return on(connection -> table.find(connection, id, open))
                .orElseThrow(() -> new Refusal(
                        "no-such-quarantine-entry", 404, "There is no entry %d in quarantine.".formatted(id)));
    }

    /** An entry that somebody may still decide about. */
    public QuarantineEntry requireHeld(long id) {
        QuarantineEntry entry = show(id);
        if (entry.state() != State.HELD) {
            throw decided(entry);
        }
        return entry;
    }

    /**
     * Takes note that an entry was mended and went on.
     *
     * @param releasedAs the flow it became
     */
    public QuarantineEntry released(long id, String releasedAs, String by) {
        return decide(id, State.RELEASED, by, null, releasedAs);
    }

    /** Gives an entry up. */
    public QuarantineEntry drop(long id, String why, String by) {
        if (why.isBlank()) {
            throw new Refusal("reason-missing", 400, "Say why the entry is dropped; the reason is kept.");
        }
        requireHeld(id);
        return decide(id, State.DROPPED, by, why, null);
    }

    private QuarantineEntry decide(
            long id, State state, String by, @Nullable String decision, @Nullable String releasedAs) {
        boolean changed = on(connection -> table.decide(connection, id, state, by, decision, releasedAs));
        QuarantineEntry entry = show(id);
        if (!changed) {
            throw decided(entry);
        }
        return entry;
    }

    private static Refusal decided(QuarantineEntry entry) {
        return new Refusal(
                "already-decided",
                409,
                "Entry %d was %s by %s already."
                        .formatted(entry.id(), entry.state().name().toLowerCase(Locale.ROOT), entry.decidedBy()));
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The quarantine cannot be reached: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
