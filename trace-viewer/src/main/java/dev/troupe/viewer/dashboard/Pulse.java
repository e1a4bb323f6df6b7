package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.viewer.dashboard.Dashboard.ProcessorState;
import dev.troupe.viewer.dashboard.Dashboard.Sample;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.IngestLag;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes the system's pulse every ten seconds and remembers an hour of it, in memory: it is shown, never relied on. */
public final class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int EVERY_SECONDS = 10;
    private static final int KEPT = 3_600 / EVERY_SECONDS;

    private final ServiceDatabase database;
    private final FlowIndex index;
    private final IngestLag ingest;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile boolean running;
    private Thread thread = new Thread();

    /** Feels what services say, and the index. */
    public Pulse(ServiceDatabase database, FlowIndex index, IngestLag ingest) {
        this.database = database;
        this.index = index;
        this.ingest = ingest;
    }

    /** The last hour, oldest first. */
    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** How many requests were refused in the last hour; a process that was started anew counts from nothing. */
    long refusedLastHour(Sample now) {
        long refused = 0;
        Sample before = null;
        for (Sample sample : Stream.concat(samples().stream(), Stream.of(now)).toList()) {
            refused += before == null ? 0 : Math.max(0, sample.refused() - before.refused());
            before = sample;
        }
        return refused;
    }

    /** How it is now. */
    Sample feel(Services services) throws SQLException {
        Map<String, Long> lag = new TreeMap<>();
        for (ProcessorState processor : Processors.of(services)) {
            Long behind = processor.lag();
            if (behind != null) {
                lag.put(processor.processor(), behind);
            }
        }
        long letters = Waiting.countLetters(database.reader()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Sample(
                Instant.now(),
                lag,
                index.counts().stuck(),
                letters,
                ingest.p95Millis(),
                Rejections.sum(Rejections.refused(services)));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("pulse").start(this::keepFeeling);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepFeeling() {
        while (running) {
            remember();
            try {
                TimeUnit.SECONDS.sleep(EVERY_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void remember() {
        try {
            Sample sample = feel(Services.look(database.reader()));
            synchronized (this) {
                samples.addLast(sample);
                if (samples.size() > KEPT) {
                    samples.removeFirst();
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("No pulse can be felt now", e);
        }
    }
}
