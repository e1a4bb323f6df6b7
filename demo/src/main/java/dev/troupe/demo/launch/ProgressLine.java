package dev.troupe.demo.launch;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far something is: as a bar on a terminal, otherwise as a plain line now and then. */
final class ProgressLine implements AutoCloseable {

    private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final String what;
    private final @Nullable ProgressBar bar;
    private long lastSaid = System.nanoTime();

    /**
     * Begins to show progress.
     *
     * @param of how many there will be; 0 if that is not known
     */
    ProgressLine(Console console, String what, long of) {
        this.console = console;
        this.what = what;
        this.bar = System.console() != null && System.console().isTerminal()
                ? new ProgressBarBuilder()
                        .setTaskName("orders " + what)
                        .setInitialMax(of == 0 ? -1 : of)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .build()
                : null;
    }

    void at(long count) {
        if (bar != null) {
            bar.stepTo(count);
        } else if (System.nanoTime() - lastSaid > PLAIN_EVERY_NANOS) {
            lastSaid = System.nanoTime();
            console.say("%d orders %s", count, what);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
