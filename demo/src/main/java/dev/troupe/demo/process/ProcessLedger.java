package dev.troupe.demo.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The file in which a launcher writes down the processes it started, so that the next one can end what a killed one left. */
public final class ProcessLedger {

    private final Path file;

    public ProcessLedger(Path file) {
        this.file = file;
    }

    synchronized void add(String name, ProcessHandle handle) throws IOException {
        Files.writeString(
                file,
                RecordedProcess.of(name, handle).line() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Forgets all processes; to be called when they have ended. */
    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the recorded processes that still run, and no other, then forgets them.
     *
     * @param grace how long they have for an orderly end
     * @return the names of those that still ran
     */
    public synchronized List<String> endLeftovers(Duration grace) {
        List<RecordedProcess> leftovers = read().stream()
                .filter(recorded -> recorded.running().isPresent())
                .toList();
        Ending.of(
                leftovers.stream()
                        .map(RecordedProcess::running)
                        .flatMap(Optional::stream)
                        .toList(),
                grace);
        clear();
        return leftovers.stream().map(RecordedProcess::name).toList();
    }

    private List<RecordedProcess> read() {
        try {
            return !Files.exists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .map(RecordedProcess::parse)
                            .flatMap(Optional::stream)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of processes in " + file, e);
        }
    }
}
