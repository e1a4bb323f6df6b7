package dev.troupe.demo.chaos;

import dev.troupe.demo.process.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Starts processes again that have ended, as every orchestrator does, and keeps apart who was killed and who ended by itself. */
final class Guardian implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);
    /** One that cannot start is not tried without a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Processes processes;
    private final Consumer<String> say;
    private final Set<String> killed = new HashSet<>();
    private final List<String> endedByThemselves = new ArrayList<>();
    private final Thread thread;

    Guardian(Processes processes, Consumer<String> say) {
        this.processes = processes;
        this.say = say;
        this.thread = Thread.ofPlatform().daemon().name("guardian").start(this::watch);
    }

    /** Ends a process at once; it is started again. */
    synchronized void kill(String name) {
        killed.add(name);
        processes.kill(name);
    }

    /** The processes that ended although nobody killed them, once for each time. */
    synchronized List<String> endedByThemselves() {
        return List.copyOf(endedByThemselves);
    }

    /** Waits until a process can do its work; whether it could in time. */
    boolean awaitReady(String name, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (processes.isReady(name)) {
                return true;
            }
            Thread.sleep(GLANCE);
        }
        return false;
    }

    private void watch() {
        try {
            while (true) {
                for (String name : processes.names()) {
                    if (!processes.isRunning(name)) {
                        startAgain(name);
                    }
                }
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            // nothing is to be started any more
        }
    }

    private void startAgain(String name) throws InterruptedException {
        synchronized (this) {
            if (!killed.remove(name)) {
                endedByThemselves.add(name);
                say.accept(name + " ended by itself and is started again");
            }
        }
        Thread.sleep(PAUSE);
        processes.restart(name);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
