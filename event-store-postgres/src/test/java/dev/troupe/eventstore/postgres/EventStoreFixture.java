package dev.troupe.eventstore.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;

/** Events and stores for tests. */
final class EventStoreFixture {

    static final JacksonSerializer JSON = JacksonSerializer.defaultSerializer();

    private EventStoreFixture() {}

    /** What happens in tests. */
    record Noted(String text) {}

    static EventStoreBuilder aStoreOn(TestDatabase database) {
        return PostgresEventStore.builder()
                .transactions(new JdbcTransactions(database.appender()))
                .reader(database.reader())
                .eventSerializer(JSON);
    }

    static DomainEventMessage<Noted> event(String stream, long position) {
        return event(stream, position, Map.of("correlationId", stream));
    }

    static DomainEventMessage<Noted> event(String stream, long position, Map<String, ?> metadata) {
        return new GenericDomainEventMessage<>("Note", stream, position, new Noted(stream + "/" + position), metadata);
    }

    static List<DomainEventMessage<Noted>> events(String stream, int count) {
        List<DomainEventMessage<Noted>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(stream, i));
        }
        return events;
    }

    static List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (taken.size() < count && System.nanoTime() < end) {
            // so often even what the stream does not wake for is found
            if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                taken.add(stream.nextAvailable());
                end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            }
        }
        return taken;
    }
}
