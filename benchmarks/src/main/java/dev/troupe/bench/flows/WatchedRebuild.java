package dev.troupe.bench.flows;

import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.replay.ReplayClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A rebuild of the order summary that is looked at from its beginning to its end, and then given up. */
final class WatchedRebuild {

    private static final String PROJECTION = "order_summary";
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final ReplayClient client;
    private final List<Estimate> estimates = new ArrayList<>();
    private long facts;
    private double seconds;

    WatchedRebuild(ReplayClient client) {
        this.client = client;
    }

    /**
     * Rebuilds.
     *
     * @param eventsPerSecond 0 for as fast as it can, null for the default
     * @return how the shadow compared with the live table
     */
    Comparison run(@Nullable Integer eventsPerSecond) throws InterruptedException {
        long began = System.nanoTime();
        Replay replay = client.start(new ReplayRequest(PROJECTION, null, eventsPerSecond));
        while (replay.state() == State.RUNNING) {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            replay = client.show(replay.id());
            note(replay, (System.nanoTime() - began) / 1e9);
        }
        if (replay.state() != State.CAUGHT_UP) {
            throw new IllegalStateException("the rebuild ended as %s: %s".formatted(replay.state(), replay.note()));
        }
        seconds = (System.nanoTime() - began) / 1e9;
        facts = replay.events();
        Comparison comparison = client.compare(replay.id());
        client.cancel(replay.id());
        return comparison;
    }

    private void note(Replay replay, double now) {
        Long remaining = replay.remainingMillis();
        if (remaining != null && replay.events() * 10 >= replay.expectedEvents()) {
            estimates.add(new Estimate(now, now + remaining / 1e3));
        }
    }

    long facts() {
        return facts;
    }

    double factsPerSecond() {
        return facts / seconds;
    }

    /** How far the estimated remaining time was off at most, as a part of the whole time. */
    double worstEstimate() {
        return estimates.stream()
                .mapToDouble(estimate -> Math.abs(estimate.end() - seconds) / seconds)
                .max()
                .orElse(Double.NaN);
    }

    private record Estimate(double at, double end) {}
}
