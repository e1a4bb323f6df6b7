package dev.troupe.demo.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A start of PostgreSQL on a thread of its own.
 *
 * <p>Whoever waits for it may be interrupted, but the start goes on: half a start would leave a server that nobody knows. It is only
 * interrupted itself when the log says that it failed, because the library would wait for the server all the same.
 */
final class WatchedStart<T> {

    private static final String FAILED = "could not start server";
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Path log;
    private final long logBefore;
    private final FutureTask<T> task;

    WatchedStart(Path log, Callable<T> start) throws IOException {
        this.log = log;
        this.logBefore = Files.exists(log) ? Files.size(log) : 0;
        this.task = new FutureTask<>(start);
    }

    T await() throws IOException, ExecutionException {
        Thread thread = Thread.ofPlatform().name("postgresql-start").start(task);
        boolean interrupted = false;
        boolean cut = false;
        try {
            while (true) {
                try {
                    return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    if (!cut && hasFailed()) {
                        cut = true;
                        thread.interrupt();
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean hasFailed() throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(log)) {
            content.skipNBytes(logBefore);
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).contains(FAILED);
        }
    }
}
