package dev.troupe.stories;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A process that is stopped by the system, answers nobody and knows nothing of it; closing this lets it go on. */
record Asleep(long pid) implements AutoCloseable {

    static Asleep process(long pid) {
        signal("STOP", pid);
        return new Asleep(pid);
    }

    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("Process %d did not get the signal %s".formatted(pid, signal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
