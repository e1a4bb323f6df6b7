package dev.troupe.demo.launch;

import dev.troupe.deadletters.DeadLettersCommand;
import dev.troupe.demo.container.ContainerCommand;
import dev.troupe.flows.FlowsCommand;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.TokenCommand;
import dev.troupe.quarantine.QuarantineCommand;
import dev.troupe.replay.ReplayCommand;
import dev.troupe.state.StateCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The command line of Troupe; {@code ./troupe} finds a JDK, builds, and runs this. */
@Command(
        name = "troupe",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionCommand.class,
        description = "Event-sourced choreography for Java: four services, no coordinator, every flow visible.",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ImportCommand.class,
            FlowsCommand.class,
            BurstCommand.class,
            ReplayCommand.class,
            DeadLettersCommand.class,
            TokenCommand.class,
            ContainerCommand.class,
            StateCommand.class,
            ChaosCommand.class,
            MigrateCommand.class,
            QuarantineCommand.class,
            ChoreographyCommand.class,
            HelpCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Also: troupe test (runs all tests), troupe build (builds without running),",
            "troupe compose-check (runs docker-compose.yml end to end), troupe bench (measures).",
            "Environment: JAVA_HOME names the JDK; TROUPE_JAVA_OPTIONS adds options to the JVM of every service.",
            "Exit codes: docs/reference/exit-codes.md"
        })
public final class TroupeCommand implements Callable<Integer> {

    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build();

    private static final OptionSpec VERSION = OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version of Troupe and of the Java it runs on.")
            .build();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Ends the process with one of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine troupe = new CommandLine(new TroupeCommand());
        troupe.getCommandSpec().addOption(HELP).addOption(VERSION);
        explain(troupe);
        return troupe.setUsageHelpAutoWidth(true).setExecutionExceptionHandler(new Failures());
    }

    /** Each command can explain itself. */
    private static void explain(CommandLine commands) {
        for (CommandLine command : commands.getSubcommands().values()) {
            if (command.getCommandSpec().findOption("--help") == null) {
                command.getCommandSpec().addOption(HELP);
            }
            explain(command);
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
