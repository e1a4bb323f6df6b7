package dev.troupe.demo.launch;

import dev.troupe.demo.chaos.Lines;
import dev.troupe.demo.chaos.Moments;
import dev.troupe.demo.chaos.Scene;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.store.EventLog;
import dev.troupe.operator.OwnTokens;
import dev.troupe.operator.RunningSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Builds the system so that it can be disturbed: lines through proxies, and an agent in each service that stops at points. */
final class Rig {

    private static final String FAULTS = """
            {"declinePercent": 4, "serverErrorPercent": 3, "timeoutBeforeChargePercent": 1, "timeoutAfterChargePercent": 2,\
             "timeoutMillis": 5000, "seed": %d}""";

    private Rig() {}

    /**
     * What the processes need for it.
     *
     * @param agent the jars of the agent, its own first
     * @param bugs the names of bugs to plant
     * @param seed which requests the provider fails and which payments it declines
     */
    static Rigging of(Lines lines, Moments moments, List<Path> agent, List<String> bugs, long seed) {
        String planted = bugs.stream().map(","::concat).collect(Collectors.joining());
        return new Rigging(
                service -> List.of(
                        "-javaagent:%s=%d,%s%s".formatted(agent.getFirst(), moments.port(), service.module(), planted)),
                agent,
                Map.of(
                        "TROUPE_DB_URL",
                        "jdbc:postgresql://127.0.0.1:%d/troupe".formatted(lines.databasePort()),
                        "TROUPE_PAYMENT_PROVIDER_URL",
                        "http://127.0.0.1:" + lines.providerPort(),
                        "PROVIDER_FAULTS",
                        FAULTS.formatted(seed),
                        // Nobody is there to look at spans.
                        "TROUPE_SAMPLING_RATIO",
                        "0"));
    }

    static Scene scene(Stage stage, EventLog log, Lines lines, Moments moments, Consumer<String> say) {
        RunningSystem system = stage.system();
        return new Scene(
                stage.processes(),
                stage.database(),
                log,
                stage.mailbox(),
                lines,
                moments,
                system.url(Port.ORDER.label()),
                system.url(Port.PAYMENT.label()),
                system.url(Port.INVENTORY.label()),
                system.url(Port.PROVIDER.label()),
                OwnTokens.orGiven(stage.data().path(), Role.TRADE, Role.READ),
                stage.data().run().resolve("promised"),
                say);
    }
}
