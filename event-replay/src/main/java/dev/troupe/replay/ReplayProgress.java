package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.operator.Output;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a replay is: as a bar on a terminal, otherwise as a plain line now and then. */
final class ReplayProgress implements AutoCloseable {

    private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Output output;
    private final @Nullable ProgressBar bar;
    private long lastSaid = System.nanoTime();

    ReplayProgress(Output output, Replay replay) {
        this.output = output;
        this.bar = System.console() != null && System.console().isTerminal()
                ? new ProgressBarBuilder()
                        .setTaskName(replay.id())
                        .setInitialMax(Math.max(1, replay.expectedEvents()))
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .hideEta()
                        .build()
                : null;
    }

    void at(Replay replay) {
        if (bar != null) {
            bar.stepTo(replay.events());
            bar.setExtraMessage(ReplayText.pace(replay));
        } else if (System.nanoTime() - lastSaid > PLAIN_EVERY_NANOS) {
            lastSaid = System.nanoTime();
            output.say(
                    "%s %s: %s of %s events, %s",
                    replay.id(),
                    replay.state(),
                    ReplayText.number(replay.events()),
                    ReplayText.number(replay.expectedEvents()),
                    ReplayText.pace(replay));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
