package dev.troupe.bench.order;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.bench.store.Address;
import dev.troupe.eventstore.postgres.EventStoreSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** Has many write badly and some read, and holds what was delivered against what is stored. */
public final class OrderTrial {

    private final Address database;
    private final Attack attack;

    /** @param database an empty one */
    public OrderTrial(Address database, Attack attack) {
        this.database = database;
        this.attack = attack;
    }

    /** @param progress is told now and then how many appends are left */
    public Verdict run(IntConsumer progress) throws Exception {
        AtomicLong last = new AtomicLong(Long.MAX_VALUE);
        AtomicInteger left = new AtomicInteger(attack.appends());
        try (HikariDataSource writing = writers();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            EventStoreSchema.migrate(writing);
            List<Future<Reader>> readers = new ArrayList<>();
            for (int i = 0; i < attack.readers(); i++) {
                readers.add(threads.submit(new Reader(database, i, last::get)));
            }
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < attack.writers(); i++) {
                writers.add(threads.submit(new Writer(writing, i, left)));
            }
            int committed = 0;
            for (Future<Integer> writer : writers) {
                committed += writer.get();
                progress.accept(Math.max(0, left.get()));
            }
            long[] stored = stored(writing);
            if (stored.length != committed) {
                throw new IllegalStateException(committed + " were committed, but " + stored.length + " are stored");
            }
            last.set(stored[stored.length - 1]);
            Verdict verdict = new Verdict(stored.length, 0, 0, 0, 0);
            for (Future<Reader> reader : readers) {
                verdict = verdict.plus(Verdict.on(stored, reader.get()));
            }
            return verdict;
        }
    }

    private HikariDataSource writers() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(attack.writers() + 1);
        return new HikariDataSource(config);
    }

    private static long[] stored(HikariDataSource dataSource) throws SQLException {
        LongStream.Builder positions = LongStream.builder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT position FROM events.event ORDER BY position")) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
        }
        return positions.build().toArray();
    }
}
