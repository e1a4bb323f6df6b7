package dev.troupe.bench.order;

import com.zaxxer.hikari.HikariDataSource;
import dev.troupe.bench.store.Address;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.eventstore.postgres.PostgresEventStore;
import dev.troupe.eventstore.postgres.RecordedEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** Reads from the first event to the last; its sessions are ended and its store is thrown away again and again, and it goes on from its token. */
final class Reader implements Callable<Reader> {

    private static final int LONGEST_LIFE_MILLIS = 3_000;

    private final Address database;
    private final Random random;
    private final LongSupplier last;
    private final Map<String, Long> places = new HashMap<>();
    private long[] positions = new long[1 << 16];
    private int count;
    private int inverted;
    private @Nullable TrackingToken token;

    /** @param last the last position there will be; larger than any as long as that is not known */
    Reader(Address database, int number, LongSupplier last) {
        this.database = database;
        this.random = new Random(number);
        this.last = last;
    }

    /** The positions in the order of delivery. */
    long[] positions() {
        return Arrays.copyOf(positions, count);
    }

    /** How many came after a later one of their stream. */
    int inverted() {
        return inverted;
    }

    @Override
    public Reader call() throws InterruptedException {
        while (!isAtTheEnd()) {
            try (HikariDataSource sessions = database.pool();
                    PostgresEventStore store = PostgresEventStore.builder()
                            .transactions(new JdbcTransactions(sessions))
                            .reader(sessions)
                            .eventSerializer(JacksonSerializer.defaultSerializer())
                            .build();
                    BlockingStream<TrackedEventMessage<?>> stream = store.openStream(token)) {
                readFor(random.nextInt(LONGEST_LIFE_MILLIS), stream);
            }
        }
        return this;
    }

    private void readFor(int millis, BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end && !isAtTheEnd()) {
            if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                take(stream.nextAvailable());
            }
        }
    }

    private void take(TrackedEventMessage<?> event) {
        token = event.trackingToken();
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
        }
        positions[count++] = ((RecordedEvent) event).position();
        if (event instanceof DomainEventMessage<?> domain) {
            Long before = places.put(domain.getAggregateIdentifier(), domain.getSequenceNumber());
            inverted += before != null && before >= domain.getSequenceNumber() ? 1 : 0;
        }
    }

    private boolean isAtTheEnd() {
        return count > 0 && positions[count - 1] >= last.getAsLong();
    }
}
