package dev.troupe.bench.store;

import dev.troupe.bench.measure.Load;
import dev.troupe.bench.measure.Slice;
import dev.troupe.bench.measure.Turns;
import dev.troupe.bench.store.Contender.Reacting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Flows of five hops: five processors, each of which answers the event of the one before with one of its own. */
final class Hops {

    private static final int HOPS = 5;
    private static final int PACED = 40;
    private static final long PACE_MILLIS = 25;
    private static final int DRAINED = 1_000;
    private static final int PLACERS = 8;
    private static final long PATIENCE_SECONDS = 120;
    private static final long STARTING_SECONDS = 5;

    private final Contender store;
    private final Load load;
    private final Set<String> counted = ConcurrentHashMap.newKeySet();
    private final Queue<Double> latencies = new ConcurrentLinkedQueue<>();
    private final Semaphore ended = new Semaphore(0);

    Hops(Contender store, Load load) {
        this.store = store;
        this.load = load;
    }

    /** Flows at a gentle pace; the value is the median time from the first event's append to the handling of the last, in ms. */
    Slice latency() throws Exception {
        return withProcessors(() -> {
            Slice slice = load.once(PACED, () -> {
                for (int i = 0; i < PACED; i++) {
                    place();
                    TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
                }
                awaitEnded(PACED);
            });
            double median = Turns.median(
                    latencies.stream().mapToDouble(Double::doubleValue).toArray());
            return new Slice(median, PACED, slice.client(), slice.server());
        });
    }

    /** Many flows at once; the value is flows per second until all have ended. */
    Slice drain() throws Exception {
        return withProcessors(() -> load.once(DRAINED, () -> {
            Load.onThreads(PLACERS, () -> {
                for (int i = 0; i < DRAINED / PLACERS; i++) {
                    place();
                }
                return true;
            });
            awaitEnded(DRAINED);
        }));
    }

    private void place() throws Exception {
        Happened first = Happened.first(Happened.newId());
        counted.add(first.flow());
        store.append(List.of(first.at(first.flow(), 0)));
    }

    private Slice withProcessors(Work work) throws Exception {
        String turn = UUID.randomUUID().toString();
        List<Reacting> processors = new ArrayList<>();
        try {
            for (int hop = 0; hop < HOPS; hop++) {
                processors.add(processor(hop, turn));
            }
            processors.add(store.react("end-" + turn, false, (event, appending) -> end(event)));
            awaitWorking();
            return work.run();
        } finally {
            processors.forEach(Reacting::close);
        }
    }

    /** A processor that is only starting begins behind what is there by then, so one flow may get lost on its way; the next will not. */
    private void awaitWorking() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        do {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the processors did not start within " + PATIENCE_SECONDS + " s");
            }
            place();
        } while (!ended.tryAcquire(1, STARTING_SECONDS, TimeUnit.SECONDS));
        counted.clear();
        ended.drainPermits();
        latencies.clear();
    }

    private Reacting processor(int hop, String turn) throws Exception {
        return store.react("hop-" + hop + "-" + turn, false, (event, appending) -> {
            if (event.hop() == hop) {
                appending.append(event.next().at(event.flow() + "-" + (hop + 1), 0));
            }
        });
    }

    private void end(Happened event) {
        if (event.hop() == HOPS && counted.contains(event.flow())) {
            latencies.add((Happened.microsNow() - event.sentMicros()) / 1e3);
            ended.release();
        }
    }

    private void awaitEnded(int flows) throws InterruptedException {
        if (!ended.tryAcquire(flows, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + ended.availablePermits() + " of " + flows + " flows ended within "
                    + Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    private interface Work {
        Slice run() throws Exception;
    }
}
