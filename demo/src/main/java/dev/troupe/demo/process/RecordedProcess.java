package dev.troupe.demo.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process as one line of a file remembers it: the start time tells it from a later process with the same id. */
record RecordedProcess(long pid, Instant started, String name) {

    /** The system derives start times from a clock that may be adjusted meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RecordedProcess of(String name, ProcessHandle handle) {
        return new RecordedProcess(handle.pid(), handle.info().startInstant().orElseGet(Instant::now), name);
    }

    static Optional<RecordedProcess> parse(String line) {
        String[] parts = line.split(" ", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new RecordedProcess(
                            Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a line cut off by a kill
        }
    }

    String line() {
        return pid + " " + started.toEpochMilli() + " " + name;
    }

    /** The process itself, if it still runs. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(this::isTheSame).filter(RecordedProcess::isRunning);
    }

    private boolean isTheSame(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(instant -> Duration.between(started, instant).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Whether a process still does anything; one that ended and that nobody asked about counts as alive for the JDK. */
    static boolean isRunning(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        try {
            return !Files.isReadable(stat) || !Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return handle.isAlive();
        }
    }
}
