package dev.troupe.bench.store;

import dev.troupe.bench.measure.Load;
import dev.troupe.bench.measure.Row.Median;
import dev.troupe.bench.measure.Slice;
import dev.troupe.bench.measure.Turns;
import dev.troupe.bench.measure.Turns.Turn;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Contenders that are ready for one kind of work, each with a database of its own for it. */
final class Field implements AutoCloseable {

    private final BenchServer server;
    private final String work;
    private final Map<Kind, Address> databases = new LinkedHashMap<>();
    private final Map<Kind, Contender> contenders = new LinkedHashMap<>();

    private Field(BenchServer server, String work) {
        this.server = server;
        this.work = work;
    }

    /** Opens all that are available. */
    static Field open(BenchServer server, String work, boolean tuning) {
        Field field = new Field(server, work);
        for (Kind kind : Kind.available(tuning)) {
            Address database = server.create(work + "_" + kind.name().toLowerCase(Locale.ROOT));
            field.databases.put(kind, database);
            field.contenders.put(kind, kind.open(database));
        }
        return field;
    }

    Map<Kind, Contender> contenders() {
        return contenders;
    }

    Address database(Kind kind) {
        Address database = databases.get(kind);
        if (database == null) {
            throw new IllegalArgumentException(kind + " does not take part in " + work);
        }
        return database;
    }

    /** Has statistics made of all that is stored so far, as autovacuum does within a minute, but for all at the same moment. */
    void analyze() throws SQLException {
        for (Address database : databases.values()) {
            database.analyze();
        }
    }

    Load load() {
        return new Load(server::cpu);
    }

    /** Gives each its turns, and the others as well, which show what is possible at all. */
    Map<String, Median> take(Turns turns, TurnOf turn, Map<String, Turn> others) throws Exception {
        Map<String, Turn> all = new LinkedHashMap<>();
        contenders.forEach((kind, contender) -> all.put(kind.label(), () -> turn.of(kind, contender)));
        all.putAll(others);
        server.checkpoint();
        return turns.take(all);
    }

    @Override
    public void close() {
        contenders.values().forEach(Contender::close);
    }

    /** How a contender takes its turn. */
    interface TurnOf {
        Slice of(Kind kind, Contender contender) throws Exception;
    }
}
