package dev.troupe.bench;

import dev.troupe.demo.input.FileInput;
import dev.troupe.demo.input.GeneratedInput;
import dev.troupe.demo.input.Input;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which orders are placed. */
final class OrdersOption {

    private static final int MORE_THAN_CAN_BE_PLAYED = 100_000;
    private static final long SEED = 42;

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "Play the orders of an Online Retail file, plain or gzipped; default: made-up ones.")
    private @Nullable Path orders;

    Input input() {
        return orders == null
                ? new GeneratedInput(SEED, 1, MORE_THAN_CAN_BE_PLAYED)
                : new FileInput(orders, Integer.MAX_VALUE);
    }
}
