package dev.troupe.bench;

import dev.troupe.demo.launch.Failures;
import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ./troupe bench}: measures. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure the event store beside others, its order under attack, and the whole system.",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            StoreCommand.class,
            ReplayCommand.class,
            OrderCommand.class,
            FlowsCommand.class,
            RebuildCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Environment: TROUPE_AXONSERVER=host:port measures an Axon Server with an empty store as well.",
            "Measure on a machine that does nothing else. Exit codes: docs/reference/exit-codes.md"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Ends the process with one of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine bench = new CommandLine(new BenchCommand());
        Stream.concat(Stream.of(bench), bench.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.findOption("--help") == null)
                .forEach(command -> command.addOption(HELP));
        return bench.setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
