package dev.troupe.demo.launch;

import dev.troupe.demo.input.FileInput;
import dev.troupe.demo.input.GeneratedInput;
import dev.troupe.demo.input.Input;
import dev.troupe.demo.input.ProviderFaults;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What to play and how. */
final class PlayOptions {

    private static final String DEFAULT_ORDERS = "200";

    @Option(
            names = "--orders",
            paramLabel = "N|FILE",
            defaultValue = DEFAULT_ORDERS,
            description =
                    "Play N made-up orders, or the orders of an Online Retail FILE (CSV, plain or gzipped); default"
                            + " 200.")
    private String orders = DEFAULT_ORDERS;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Which made-up orders, declined payments, faults and cancellations; default 42.")
    private long seed;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after the Nth order of the file.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "0",
            description =
                    "Place so many orders per second, whether or not earlier ones were answered; default: as fast as"
                            + " they are.")
    private double rate;

    @Option(
            names = "--stock-per-sku",
            paramLabel = "N",
            description = "Receive N pieces of each SKU the orders name; default: exactly what they need.")
    private int stockPerSku;

    @Option(
            names = "--decline-percent",
            paramLabel = "P",
            defaultValue = "0",
            description = "Have P %% of the payments declined.")
    private double declinePercent;

    @Option(
            names = "--provider-faults",
            paramLabel = "P",
            defaultValue = "0",
            description =
                    "Have P %% of the requests to the payment provider fail: server errors, and time-outs before or"
                            + " after the charge.")
    private double providerFaults;

    @Option(
            names = "--cancel-percent",
            paramLabel = "P",
            defaultValue = "0",
            description = "Have P %% of the customers change their mind.")
    private double cancelPercent;

    /** Whether a file is played. */
    boolean isFile() {
        return !orders.matches("[0-9]+");
    }

    long seed() {
        return seed;
    }

    private Path file() {
        return Path.of(orders);
    }

    /** How many made-up orders are wanted. */
    int count() {
        try {
            return Integer.parseInt(orders);
        } catch (NumberFormatException e) {
            throw new LaunchFailure(
                    ExitCode.USAGE, "--orders takes a number up to 2147483647 or a file, not " + orders);
        }
    }

    /**
     * What to play.
     *
     * @param first the number of the first made-up order
     */
    Input input(long first) {
        return isFile() ? new FileInput(file(), limit) : new GeneratedInput(seed, first, count());
    }

    /** Pieces of each SKU to receive; 0 for exactly what is needed. */
    int stockPerSku() {
        return stockPerSku;
    }

    ProviderFaults faults() {
        return new ProviderFaults(declinePercent, providerFaults, seed);
    }

    PlaySettings settings() {
        try {
            return PlaySettings.DEFAULT.withRatePerSecond(rate).withCancellations(cancelPercent, seed);
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(ExitCode.USAGE, e.getMessage() + " (see --help)");
        }
    }

    /** Refuses what makes no sense before anything is started. */
    void check() {
        settings();
        if (!isFile() && count() < 1) {
            throw new LaunchFailure(ExitCode.USAGE, "--orders must be at least 1");
        }
        if (limit < 1 || stockPerSku < 0) {
            throw new LaunchFailure(ExitCode.USAGE, "--limit must be at least 1 and --stock-per-sku not negative");
        }
        for (double percent : new double[] {declinePercent, providerFaults}) {
            if (!(percent >= 0 && percent <= 100)) {
                throw new LaunchFailure(ExitCode.USAGE, "not a percentage from 0 to 100: " + percent);
            }
        }
    }
}
