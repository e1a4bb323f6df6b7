package dev.troupe.kit.metrics;

import dev.troupe.eventstore.postgres.EventStoreMetrics;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the event store says, as meters. */
public final class StoreMeters implements EventStoreMetrics {

    private final DistributionSummary events;
    private final DistributionSummary transactions;
    private final Timer holes;
    private final AtomicLong settled = new AtomicLong();
    private final AtomicLong waitingMillis = new AtomicLong();

    public StoreMeters(MeterRegistry registry) {
        this.events = DistributionSummary.builder("troupe.store.commit.events")
                .description("Events committed at once")
                .register(registry);
        this.transactions = DistributionSummary.builder("troupe.store.commit.transactions")
                .description("Transactions that shared a commit")
                .register(registry);
        this.holes = Timer.builder("troupe.store.hole")
                .description("How long readers waited for a position that was drawn and not yet committed")
                .register(registry);
        Gauge.builder("troupe.store.hole.waiting", waitingMillis, millis -> millis.get() / 1000.0)
                .description("How long readers have been waiting for such a position now; 0 if they are not")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("troupe.store.settled.position", settled, AtomicLong::get)
                .description("Up to which position this process has read the log")
                .register(registry);
    }

    @Override
    public void appended(int appended) {
        events.record(appended);
    }

    @Override
    public void committedTogether(int together) {
        transactions.record(together);
    }

    @Override
    public void settled(long position) {
        settled.set(position);
        waitingMillis.set(0);
    }

    @Override
    public void waitingBehindHole(long position, Duration soFar) {
        waitingMillis.set(soFar.toMillis());
    }

    @Override
    public void holeResolved(Duration waited) {
        holes.record(waited);
        waitingMillis.set(0);
    }

    /** Up to which position this process has read the log; 0 before it has read any. */
    long settledPosition() {
        return settled.get();
    }
}
