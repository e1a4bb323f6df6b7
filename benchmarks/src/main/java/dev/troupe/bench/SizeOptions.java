package dev.troupe.bench;

import dev.troupe.bench.store.StoreBench.Size;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much is measured. */
final class SizeOptions {

    private static final int SMALL = 100_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Give each N turns that count; default 5.")
    private int rounds = 5;

    @Option(names = "--seconds", paramLabel = "S", description = "Let a turn last S seconds; default 3.")
    private int seconds = 3;

    @Option(names = "--events", paramLabel = "N", description = "Replay N events; default 200000.")
    private int events = 200_000;

    @Option(
            names = "--large",
            paramLabel = "N",
            description = "Compare a store of 100,000 events with one of N; default 1000000.")
    private int large = 1_000_000;

    Size size() {
        if (rounds < 1 || seconds < 1 || events < 1_000 || large < SMALL) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--rounds and --seconds must be at least 1, --events at least 1000, --large at least " + SMALL);
        }
        return new Size(rounds, Duration.ofSeconds(seconds), events - events % 10, SMALL, large);
    }
}
