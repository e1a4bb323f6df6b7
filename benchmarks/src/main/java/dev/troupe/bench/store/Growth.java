package dev.troupe.bench.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.bench.measure.Goal;
import dev.troupe.bench.measure.Load;
import dev.troupe.bench.measure.Row;
import dev.troupe.bench.measure.Row.Median;
import dev.troupe.bench.measure.Slice;
import dev.troupe.bench.measure.Turns;
import dev.troupe.bench.measure.Turns.Turn;
import dev.troupe.bench.store.StoreBench.Size;
import dev.troupe.eventstore.postgres.EventReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the store gets slower as it grows: two of Troupe's stores, of which one holds many times more events. */
final class Growth implements AutoCloseable {

    private static final int APPENDERS = 8;
    private static final int TAIL = 100;
    private static final double AT_LEAST = 0.75;
    private static final String FILL = """
            INSERT INTO events.event
                (stream, stream_position, aggregate_type, event_id, type, occurred_at, metadata, payload)
            SELECT 'stored-' || n / 10, n % 10, 'Bench', uuidv7(), 'dev.troupe.bench.store.Happened', now(), ?::json, ?::json
            FROM generate_series(0, ?) n""";

    private final BenchServer server;
    private final Map<String, TroupeStore> stores = new LinkedHashMap<>();

    private Growth(BenchServer server) {
        this.server = server;
    }

    static Growth prepare(BenchServer server, Size size) throws Exception {
        Growth growth = new Growth(server);
        growth.add("small", size.small());
        growth.add("large", size.large());
        return growth;
    }

    private void add(String name, int events) throws Exception {
        Address database = server.create("growth_" + name);
        TroupeStore store = TroupeStore.in(database);
        stores.put("%,d stored".formatted(events), store);
        try (HikariDataSource dataSource = database.pool();
                Connection connection = dataSource.getConnection();
                PreparedStatement fill = connection.prepareStatement(FILL);
                Statement statement = connection.createStatement()) {
            Happened happened = Happened.first("stored");
            fill.setString(
                    1,
                    AxonContender.JSON
                            .getObjectMapper()
                            .writeValueAsString(happened.at("stored", 0).getMetaData()));
            fill.setString(2, AxonContender.JSON.getObjectMapper().writeValueAsString(happened));
            fill.setInt(3, events - 1);
            fill.executeUpdate();
            statement.execute("VACUUM ANALYZE events.event");
        }
    }

    List<Row> measure(Turns turns, Duration slice) throws Exception {
        Load load = new Load(server::cpu);
        server.checkpoint();
        Map<String, Median> appends = turns.take(each(store -> load.repeat(APPENDERS, slice, () -> {
            Happened happened = Happened.first(Happened.newId());
            store.append(List.of(happened.at(happened.flow(), 0)));
        })));
        Map<String, Median> reads = turns.take(each(store -> load.repeat(1, slice, () -> readTail(store))));
        return List.of(
                new Row("append, 8 threads, by events stored", "events/s", appends, Goal.leftForTheLast(AT_LEAST)),
                new Row("tail reads of 100 events, by events stored", "reads/s", reads, Goal.leftForTheLast(AT_LEAST)));
    }

    private Map<String, Turn> each(TurnOf turn) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        stores.forEach((name, store) -> turns.put(name, () -> turn.of(store)));
        return turns;
    }

    private static void readTail(TroupeStore store) throws SQLException {
        EventReader reader = store.store().reader();
        long end = reader.settledPosition();
        if (reader.read(end - TAIL, end, TAIL).size() != TAIL) {
            throw new SQLException("the tail is shorter than it should be");
        }
    }

    @Override
    public void close() {
        stores.values().forEach(TroupeStore::close);
    }

    private interface TurnOf {
        Slice of(TroupeStore store) throws Exception;
    }
}
