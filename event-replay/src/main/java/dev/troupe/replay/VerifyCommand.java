package dev.troupe.replay;

import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.ProjectionInfo;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies that projections come out the same whenever they are built. */
@Command(
        name = "verify",
        description =
                "Build every projection of every service anew and compare it with the live one, which a projection that looks at the clock, at chance or at the outside does not survive. Drops what it built; ends with code 16 if one differs.")
final class VerifyCommand extends OperatorCommand {

    @Parameters(paramLabel = "PROJECTION", arity = "0..*", description = "Only these projections.")
    private List<String> projections = List.of();

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description = "Go no faster than this; 0 for as fast as it can. Default: ${DEFAULT-VALUE}.")
    private int eventsPerSecond = 0;

    @Override
    protected ExitCode run(Services services, Output output) throws InterruptedException {
        ReplayClient client = new ReplayClient(services);
        Verifier verifier = new Verifier(client, eventsPerSecond);
        List<String> chosen = projections.isEmpty()
                ? client.projections().stream().map(ProjectionInfo::name).toList()
                : projections;
        List<Verification> verifications = new ArrayList<>();
        for (String projection : chosen) {
            output.say("%s is built anew", projection);
            verifications.add(verifier.verify(projection));
        }
        output.answer(verifications, text(verifications));
        return verifications.stream().allMatch(Verification::isSame) ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static String text(List<Verification> verifications) {
        StringBuilder text = new StringBuilder();
        for (Verification verification : verifications) {
            Comparison comparison = verification.comparison();
            text.append(text.isEmpty() ? "" : "\n")
                    .append(verification.projection())
                    .append(": ")
                    .append(comparison == null ? verification.note() : ReplayText.of(comparison));
        }
        return text.toString();
    }
}
