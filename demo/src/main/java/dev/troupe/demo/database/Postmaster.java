package dev.troupe.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main process of the PostgreSQL that serves a data folder, found through the file it keeps there. */
public final class Postmaster {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;

    public Postmaster(Path data) {
        this.data = data;
    }

    /**
     * Stops the server of this data folder if one runs; a server of another folder, or a process that merely has its id, is left alone.
     *
     * @return whether one ran
     */
    public boolean stop() throws IOException {
        Optional<ProcessHandle> running = running();
        if (running.isPresent()) {
            stop(running.get());
        }
        return running.isPresent();
    }

    /**
     * Ends the server of this data folder at once. It cannot tell its processes any more, so they are waited for: the next server refuses
     * to start beside them.
     */
    void kill() throws IOException {
        Optional<ProcessHandle> running = running();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle server = running.get();
        List<ProcessHandle> backends = server.descendants().toList();
        signal(server, "KILL");
        ended(server, PATIENCE);
        for (ProcessHandle backend : backends) {
            if (!ended(backend, SHORT_PATIENCE)) {
                backend.destroyForcibly();
                ended(backend, PATIENCE);
            }
        }
        Files.deleteIfExists(pidFile());
    }

    /** Waits for a server that was told to stop; one that takes too long is told again, ever more firmly. */
    static void awaitEnd(ProcessHandle server) throws IOException {
        if (!ended(server, SHORT_PATIENCE)) {
            stop(server);
        }
    }

    /** Fast, then immediate shutdown in PostgreSQL's terms; the orderly SIGTERM would wait for every client to leave. */
    private static void stop(ProcessHandle server) throws IOException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            signal(server, signal);
            if (ended(server, PATIENCE)) {
                return;
            }
        }
    }

    /** Removes the file of a server that ended without doing so, if its id now belongs to another program. */
    void forgetTheDead() throws IOException {
        Optional<ProcessHandle> namesake = recorded().filter(ProcessHandle::isAlive);
        boolean another = namesake.flatMap(handle -> handle.info().commandLine())
                .map(command -> !serves(command))
                .orElse(false);
        if (another) {
            Files.delete(pidFile());
        }
    }

    /** The process of the server, if one runs. */
    Optional<ProcessHandle> running() throws IOException {
        return recorded()
                .filter(handle -> handle.info().commandLine().map(this::serves).orElse(false));
    }

    private Optional<ProcessHandle> recorded() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean serves(String commandLine) {
        return commandLine.contains("postgres") && commandLine.contains("-D " + data + " ");
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private static void signal(ProcessHandle server, String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private static boolean ended(ProcessHandle server, Duration atMost) {
        boolean interrupted = false;
        long end = System.nanoTime() + atMost.toNanos();
        while (hasCommand(server) && System.nanoTime() < end) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !hasCommand(server);
    }

    /** A process that ended but that nobody asked about is alive for the JDK, but has no command any more. */
    private static boolean hasCommand(ProcessHandle server) {
        return server.isAlive() && server.info().commandLine().isPresent();
    }
}
