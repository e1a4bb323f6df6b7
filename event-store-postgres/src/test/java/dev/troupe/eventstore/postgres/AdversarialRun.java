package dev.troupe.eventstore.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many writers that dawdle, roll back and collide, and readers whose sessions are killed: what each reader got, held against the table. */
final class AdversarialRun {

    private static final int WRITERS = 16;
    private static final int READERS = 3;

    private AdversarialRun() {}

    /** What was wrong, over all readers. */
    record Verdict(int skipped, int duplicated, int inverted) {

        static final Verdict FLAWLESS = new Verdict(0, 0, 0);

        private Verdict plus(Verdict other) {
            return new Verdict(skipped + other.skipped, duplicated + other.duplicated, inverted + other.inverted);
        }
    }

    static Verdict on(TestDatabase database, Supplier<TailProtocol> protocol, Duration length) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + length.toNanos();
            List<AdversarialReader> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> new AdversarialReader(database, protocol.get()))
                    .toList();
            List<Future<?>> reading = new ArrayList<>();
            readers.forEach(reader -> reading.add(threads.submit(reader)));
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writing.add(threads.submit(new AdversarialWriter(database, i, end)));
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
            List<StoredEvent> stored = new EventReader(database.plain("reader"))
                    .stream(0, Long.MAX_VALUE).toList();
            readers.forEach(reader -> reader.finishAt(stored.size()));
            for (Future<?> reader : reading) {
                reader.get();
            }
            return readers.stream()
                    .map(reader -> judge(reader.delivered(), stored))
                    .reduce(Verdict.FLAWLESS, Verdict::plus);
        }
    }

    private static Verdict judge(List<StoredEvent> delivered, List<StoredEvent> stored) {
        if (stored.size() < 100) {
            throw new IllegalStateException("only " + stored.size() + " events were stored, which proves nothing");
        }
        Set<Long> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        int duplicated = 0;
        int inverted = 0;
        for (StoredEvent event : delivered) {
            duplicated += seen.add(event.position()) ? 0 : 1;
            Long before = last.put(event.stream(), event.streamPosition());
            inverted += before != null && before > event.streamPosition() ? 1 : 0;
        }
        int skipped = (int) stored.stream()
                .filter(event -> !seen.contains(event.position()))
                .count();
        return new Verdict(skipped, duplicated, inverted);
    }
}
