package dev.troupe.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.eventstore.postgres.EventStoreSchema;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.processor.BatchProcessor;
import dev.troupe.kit.processor.Members;
import dev.troupe.kit.processor.ProcessorContext;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.kit.projection.RowFolder;
import dev.troupe.kit.projection.RowFolder.RecordedFact;
import dev.troupe.kit.store.PostgresEventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Troupe's own store, with the processor and the folder of projections that its services use. */
final class TroupeStore extends AxonContender {

    private static final int PAGE = 5_000;
    private static final String SCHEMA = "bench";
    private static final String OWNER = "bench-" + ProcessHandle.current().pid();

    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final JdbcTransactions transactions;
    private final PostgresEventStore store;
    private @Nullable Members members;
    private final ObjectMapper json = JSON.getObjectMapper();

    private TroupeStore(
            HikariDataSource writer, HikariDataSource reader, JdbcTransactions transactions, PostgresEventStore store) {
        super(store, transactions);
        this.writer = writer;
        this.reader = reader;
        this.transactions = transactions;
        this.store = store;
    }

    /** Opens the store in a database, after making its tables if they are not there. */
    static TroupeStore in(Address database) {
        HikariDataSource writer = database.pool();
        HikariDataSource reader = database.pool();
        EventStoreSchema.migrate(writer);
        Flyway.configure()
                .dataSource(writer)
                .schemas(SCHEMA)
                .locations("classpath:db/service")
                .load()
                .migrate();
        CountTable.make(writer);
        JdbcTransactions transactions = new JdbcTransactions(writer);
        PostgresEventStore store = PostgresEventStore.builder()
                .transactions(transactions)
                .reader(reader)
                .eventSerializer(JSON)
                .build();
        store.start();
        return new TroupeStore(writer, reader, transactions, store);
    }

    PostgresEventStore store() {
        return store;
    }

    DataSource dataSource() {
        return writer;
    }

    @Override
    public Reacting react(String name, boolean fromTheBeginning, Reactor reactor) {
        PostgresEventSource source = new PostgresEventSource(store);
        BatchProcessor processor = new BatchProcessor(
                new BenchReactions(
                        name,
                        reactor,
                        store,
                        fromTheBeginning ? 0 : source.head().value()),
                SCHEMA,
                new ProcessorContext(
                        source,
                        writer,
                        transactions,
                        new DeadLetters(transactions, source, SCHEMA),
                        members(),
                        OWNER,
                        true));
        processor.start();
        return processor::close;
    }

    /** Only a process that handles events is one that segments are dealt to. */
    private synchronized Members members() {
        if (members == null) {
            members = new Members(writer, SCHEMA, OWNER, BatchProcessor.CLAIM_TIMEOUT);
            members.join();
        }
        return members;
    }

    @Override
    public void count(long events) {
        try (Stream<StoredEvent> all = all()) {
            long counted = all.filter(event -> read(event).hop() >= 0).count();
            if (counted != events) {
                throw new IllegalStateException("counted " + counted + " of " + events + " events");
            }
        }
    }

    @Override
    public void project(long events) throws SQLException {
        CountTable.empty(writer);
        RowFolder<Count> folder = new RowFolder<>(new Counts(), CountTable.NAME);
        try (Connection connection = writer.getConnection();
                Stream<StoredEvent> all = all()) {
            connection.setAutoCommit(false);
            List<RecordedFact> page = new ArrayList<>(PAGE);
            for (StoredEvent event : (Iterable<StoredEvent>) all::iterator) {
                page.add(new RecordedFact(
                        read(event), new Recorded(event.position(), event.recordedAt(), event.stream())));
                if (page.size() == PAGE) {
                    fold(folder, connection, page);
                }
            }
            fold(folder, connection, page);
        }
        CountTable.check(writer, events);
    }

    private static void fold(RowFolder<Count> folder, Connection connection, List<RecordedFact> page)
            throws SQLException {
        folder.fold(connection, page);
        connection.commit();
        page.clear();
    }

    private Stream<StoredEvent> all() {
        return store.reader().stream(0, store.reader().settledPosition());
    }

    private Happened read(StoredEvent event) {
        try {
            return json.readValue(event.payload(), Happened.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (members != null) {
            members.close();
        }
        store.close();
        writer.close();
        reader.close();
    }

    /** A row per flow. */
    record Count(String flow, long events, int lastHop) {}

    private static final class Counts extends Projection<Count> {

        Counts() {
            super(CountTable.NAME, Count.class);
            on(
                    Happened.class,
                    Happened::flow,
                    (row, event, recorded) -> new Count(event.flow(), row == null ? 1 : row.events() + 1, event.hop()));
        }
    }
}
