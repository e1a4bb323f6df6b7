package dev.troupe.eventstore.postgres;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that is being read by a thread of its own before it is asked for. */
public final class ReadAhead<T> {

    private final FutureTask<T> task;

    private ReadAhead(FutureTask<T> task) {
        this.task = task;
    }

    /**
     * Begins to read.
     *
     * @param name what is read; also the thread's name
     */
    public static <T> ReadAhead<T> begin(String name, Supplier<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::get);
        Thread.ofVirtual().name(name).start(task);
        return new ReadAhead<>(task);
    }

    /** What was read; waits for it even if the thread is interrupted, which it then still is. Throws what reading threw. */
    public T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
