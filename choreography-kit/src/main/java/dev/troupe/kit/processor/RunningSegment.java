package dev.troupe.kit.processor;

import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.kit.processor.BatchProcessor.SegmentStatus.FlowRetry;
import dev.troupe.kit.processor.Claims.Claim;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment that this process works on, and the thread that does. */
record RunningSegment(Claim claim, SegmentWorker worker, Thread thread, SegmentProgress progress, SetAside setAside) {

    private static final int MOST_FLOWS = 20;

    static RunningSegment start(Claim claim, SegmentWorker worker, SegmentProgress progress, SetAside setAside) {
        Thread thread = Thread.ofPlatform()
                .name(claim.processor() + "-" + claim.segment())
                .daemon()
                .start(worker);
        return new RunningSegment(claim, worker, thread, progress, setAside);
    }

    void stop() {
        worker.stop();
    }

    /** Waits until it ends by itself, at most so long. */
    void awaitEnd(Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /** Waits until a thread that was told to stop has ended; one that takes too long is interrupted. */
    static void join(Thread thread) {
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SegmentStatus status() {
        SegmentProgress.@Nullable Retry retry = progress.retry();
        return new SegmentStatus(
                claim.processor(),
                claim.segment(),
                retry == null ? "running" : "retrying",
                progress.position(),
                progress.handled(),
                retry == null ? 0 : retry.attempt(),
                retry == null ? null : retry.cause(),
                retry == null ? null : retry.nextTryAt(),
                flows());
    }

    private List<FlowRetry> flows() {
        return setAside.waiting().stream()
                .sorted(Comparator.comparing(DeadLetter::position))
                .limit(MOST_FLOWS)
                .map(letter -> new FlowRetry(
                        letter.flowId(),
                        letter.eventType(),
                        letter.attempts() + 1,
                        letter.causeMessage(),
                        letter.nextTryAt()))
                .toList();
    }
}
