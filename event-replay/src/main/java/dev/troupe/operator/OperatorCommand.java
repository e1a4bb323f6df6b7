package dev.troupe.operator;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks services and shows what they answer. */
public abstract class OperatorCommand implements Callable<Integer> {

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws Exception {
        Output output =
                new Output(spec.commandLine().getErr(), spec.commandLine().getOut(), options.json());
        return run(options.services(), output).code();
    }

    /** Does it, and says how it ended; a {@link CommandFailure} ends it too. */
    protected abstract ExitCode run(Services services, Output output) throws Exception;
}
