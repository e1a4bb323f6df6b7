package dev.troupe.demo.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts processes together, waits until all are ready, and ends every one of them. */
public final class Processes implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path logs;
    private final ProcessLedger ledger;
    private final Duration grace;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private boolean closed;

    public Processes(Path logs, ProcessLedger ledger) {
        this(logs, ledger, GRACE);
    }

    Processes(Path logs, ProcessLedger ledger, Duration grace) {
        this.logs = logs;
        this.ledger = ledger;
        this.grace = grace;
    }

    /** Starts a process and returns at once; one of the same name must have ended before. */
    public synchronized void start(ServiceProcess service) {
        if (closed) {
            throw new IllegalStateException("cannot start " + service.name() + ": everything is being stopped");
        }
        Child before = children.get(service.name());
        if (before != null && before.process().isAlive()) {
            throw new IllegalStateException(service.name() + " runs already");
        }
        try {
            Files.createDirectories(logs);
            Child child = Child.start(service, logs);
            children.put(service.name(), child);
            ledger.add(service.name(), child.process().toHandle());
        } catch (IOException e) {
            throw new ServiceFailed("cannot start " + service.name() + ": " + e.getMessage());
        }
    }

    /**
     * Waits until every process is ready.
     *
     * @param ready is told the name of each process when it is ready
     * @throws ServiceFailed if one ends, or the time is up
     */
    public void awaitReady(Duration atMost, Consumer<String> ready) throws InterruptedException {
        List<Child> waiting = new ArrayList<>(children());
        long end = System.nanoTime() + atMost.toNanos();
        try (Readiness readiness = new Readiness()) {
            while (!waiting.isEmpty()) {
                for (Child child : List.copyOf(waiting)) {
                    if (!child.process().isAlive()) {
                        throw child.died();
                    }
                    if (readiness.of(child.service().readiness())) {
                        waiting.remove(child);
                        ready.accept(child.service().name());
                    }
                }
                if (!waiting.isEmpty() && System.nanoTime() > end) {
                    throw waiting.getFirst().failed("was not ready after " + atMost.toSeconds() + " seconds");
                }
                Thread.sleep(POLL);
            }
        }
    }

    /** Ends a process as {@code kill -9} does, and returns when it has ended. */
    public void kill(String name) {
        child(name).process().destroyForcibly().onExit().join();
    }

    /** Starts a process that has ended again as it was started before. */
    public void restart(String name) {
        start(child(name).service());
    }

    /** Whether a process has not ended. */
    public boolean isRunning(String name) {
        return child(name).process().isAlive();
    }

    /** Whether a process runs and says that it can do its work. */
    public boolean isReady(String name) throws InterruptedException {
        Child child = child(name);
        try (Readiness readiness = new Readiness()) {
            return child.process().isAlive() && readiness.of(child.service().readiness());
        }
    }

    /** The names of all processes, in the order in which they were first started. */
    public synchronized List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** The id of a process that was started under this name. */
    public long pid(String name) {
        return child(name).process().pid();
    }

    /** Why a process ended by itself, if one did. */
    public Optional<ServiceFailed> failure() {
        return children().stream()
                .filter(child -> !child.process().isAlive())
                .findFirst()
                .map(Child::died);
    }

    private synchronized Child child(String name) {
        Child child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("there is no process called " + name);
        }
        return child;
    }

    private synchronized Collection<Child> children() {
        return List.copyOf(children.values());
    }

    /** Ends all processes; returns when none is left. */
    @Override
    public synchronized void close() {
        closed = true;
        Ending.of(
                children.values().stream()
                        .map(child -> child.process().toHandle())
                        .toList(),
                grace);
        ledger.clear();
    }
}
