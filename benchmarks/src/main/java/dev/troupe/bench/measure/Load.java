package dev.troupe.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does something again and again on some threads, and takes the time and the CPU time that it needs. */
public final class Load {

    private final Supplier<Duration> serverCpu;

    /** @param serverCpu CPU time the server has used so far */
    public Load(Supplier<Duration> serverCpu) {
        this.serverCpu = serverCpu;
    }

    /** Repeats the operation for so long; the value is operations per second. */
    public Slice repeat(int threads, Duration length, Operation operation) throws Exception {
        return measure(() -> {
            long end = System.nanoTime() + length.toNanos();
            long done = 0;
            for (Long part : onThreads(threads, () -> repeatUntil(end, operation))) {
                done += part;
            }
            return done;
        });
    }

    /** Does so many things at once; the value is things per second. */
    public Slice once(long operations, Operation all) throws Exception {
        return measure(() -> {
            all.run();
            return operations;
        });
    }

    private Slice measure(Callable<Long> work) throws Exception {
        Duration client = CpuTime.ofThisProcess();
        Duration server = serverCpu.get();
        long begin = System.nanoTime();
        long operations = work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Slice(
                operations / seconds,
                operations,
                CpuTime.ofThisProcess().minus(client),
                serverCpu.get().minus(server));
    }

    private static long repeatUntil(long end, Operation operation) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            operation.run();
            done++;
        }
        return done;
    }

    /** Does the same on several threads, and fails if one of them does. */
    public static <T> List<T> onThreads(int threads, Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            return results;
        }
    }

    /** What is done. */
    public interface Operation {

        /** Does it once. */
        void run() throws Exception;
    }
}
