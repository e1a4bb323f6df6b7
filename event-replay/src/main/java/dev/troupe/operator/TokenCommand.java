package dev.troupe.operator;

import dev.troupe.kit.access.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues a token for whoever may read the data directory's secrets. */
@Command(
        name = "token",
        description = {
            "Print a short-lived token for the services that run on a data directory.",
            "It goes into the header Authorization: Bearer TOKEN. Commands such as replay make their own."
        })
public final class TokenCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofHours(12);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            required = true,
            converter = RoleConverter.class,
            description = "What the token allows: read, trade, operate, personal-data. Several: a,b.")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long it is valid, 1 to 720 minutes; ${DEFAULT-VALUE} unless said.")
    private int minutes;

    @Override
    public Integer call() {
        Duration validFor = Duration.ofMinutes(minutes);
        if (minutes < 1 || validFor.compareTo(LONGEST) > 0) {
            throw new CommandFailure(ExitCode.USAGE, "--minutes must be 1 to " + LONGEST.toMinutes());
        }
        String token = OwnTokens.of(data.path()).issue(roles, validFor);
        PrintWriter out = spec.commandLine().getOut();
        out.println(token);
        out.flush();
        return ExitCode.OK.code();
    }
}
