package dev.troupe.flows;

import dev.troupe.kit.access.Role;
import dev.troupe.operator.DataOption;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.Output;
import dev.troupe.operator.OwnTokens;
import dev.troupe.operator.RunningSystem;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks the trace viewer and shows what it answers. */
abstract class FlowsVerb implements Callable<Integer> {

    private static final String VIEWER = "trace-viewer";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--viewer",
            paramLabel = "URL",
            defaultValue = "${env:TROUPE_VIEWER}",
            description =
                    "Ask the trace viewer there instead of that of the system on the data directory. Default: $TROUPE_VIEWER.")
    private @Nullable URI viewer;

    @Option(names = "--json", description = "Answer with JSON on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        Output output =
                new Output(spec.commandLine().getErr(), spec.commandLine().getOut(), json);
        URI address = viewer == null ? RunningSystem.of(data.path()).url(VIEWER) : viewer;
        return run(
                        new Services(Map.of(VIEWER, address), OwnTokens.orGiven(data.path(), Role.READ)).named(VIEWER),
                        output)
                .code();
    }

    /** Does it, and says how it ended. */
    abstract ExitCode run(ServiceClient viewer, Output output);
}
