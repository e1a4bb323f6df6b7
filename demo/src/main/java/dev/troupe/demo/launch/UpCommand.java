package dev.troupe.demo.launch;

import dev.troupe.operator.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the system and leaves it running. */
@Command(name = "up", description = "Start everything and stay up until Ctrl-C; plays no orders.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Override
    public Integer call() throws Exception {
        Console console = new Console(System.err, System.out);
        return Curtain.over(() -> {
            try (Stage stage = Stage.open(system.settings(), console)) {
                Welcome.say(stage, console);
                Vigil.keep(stage, console);
                return ExitCode.OK.code();
            }
        });
    }
}
