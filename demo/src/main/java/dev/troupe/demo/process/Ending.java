package dev.troupe.demo.process;

import java.time.Duration;
import java.util.Collection;

/** Ends processes: asks all of them, waits, then forces those that did not listen. */
final class Ending {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private Ending() {}

    /** Returns when all processes have ended; the calling thread's interruption is kept for later. */
    static void of(Collection<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        await(processes, grace);
        processes.stream().filter(RecordedProcess::isRunning).forEach(ProcessHandle::destroyForcibly);
        await(processes, AFTER_FORCE);
    }

    private static void await(Collection<ProcessHandle> processes, Duration atMost) {
        boolean interrupted = false;
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end && processes.stream().anyMatch(RecordedProcess::isRunning)) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
