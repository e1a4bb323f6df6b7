package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.event;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Many threads that all want to append to one stream, and what they were told. */
final class ContendedStream {

    private final EventStore store;
    private final String stream;
    private final long length;
    private final Map<Long, Integer> winners = new ConcurrentHashMap<>();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

    ContendedStream(EventStore store, String stream, long length) {
        this.store = store;
        this.stream = stream;
        this.length = length;
    }

    void appendFrom(int threads) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                executor.execute(this::appendUntilFull);
            }
        }
    }

    /** How many were told that they had won each place. */
    Map<Long, Integer> winners() {
        return winners;
    }

    /** What they were told other than that another was faster. */
    Queue<Throwable> unexpected() {
        return unexpected;
    }

    private void appendUntilFull() {
        long next = 0;
        while (next < length && unexpected.isEmpty()) {
            try {
                store.publish(event(stream, next));
                winners.merge(next, 1, Integer::sum);
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                next = store.lastSequenceNumberFor(stream).orElseThrow() + 1;
            } catch (RuntimeException e) {
                unexpected.add(e);
            }
        }
    }
}
