package dev.troupe.demo.launch;

import dev.troupe.kit.database.DatabaseSetup;
import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.operator.CacheDirectory;
import dev.troupe.operator.DataOption;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts the system. */
public final class SystemOptions {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--fresh",
            description = "Empty the data directory first. Only what Troupe itself put there is deleted.")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description = {
                "Let a part listen on another port. Parts and their standard ports: trace-viewer=8080, order=8081, payment=8082,"
                        + " inventory=8083, notification=8084, provider=8090, postgres=15432, smtp=3025, otlp=4318.",
                "The health of a service is answered 1000 above its port. May be given several times."
            })
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every standard port, for a second system beside the first.")
    private int portOffset;

    @Option(
            names = "--without",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Do not start this process (such as order-service), because you run it yourself. Several: a,b.")
    private Set<String> without = new LinkedHashSet<>();

    @Mixin
    private EventStoreOptions eventStore = new EventStoreOptions();

    /** What to start, as the options say. */
    public StageSettings settings() {
        return settings(data.path());
    }

    /** The same for a command that keeps its data apart, in a folder of this name unless told otherwise. */
    StageSettings ownSettings(String folder) {
        return settings(data.ownPath(folder));
    }

    /** For a command that judges by PostgreSQL's log and by no other. */
    void requirePostgresLog(String command) {
        EventStoreKind kind = eventStore.settings().kind();
        if (kind != EventStoreKind.POSTGRES) {
            throw new LaunchFailure(
                    ExitCode.USAGE,
                    "./troupe %s judges by the events in PostgreSQL; run it without --event-store %s."
                            .formatted(command, kind.label()));
        }
    }

    private StageSettings settings(Path directory) {
        EventStoreSettings store = eventStore.settings();
        return new StageSettings(
                directory,
                CacheDirectory.path().resolve("postgresql"),
                fresh,
                Ports.of(portOffset, ports),
                services(),
                store,
                BuiltModules.locate(),
                (admin, passwords) -> {
                    DatabaseSetup.run(admin, passwords);
                    EventStoreCheck.of(store, admin);
                },
                Rigging.NONE);
    }

    private List<Service> services() {
        without.stream().filter(name -> !isService(name)).forEach(name -> {
            throw new LaunchFailure(ExitCode.USAGE, "There is no process called '%s' to do without.".formatted(name));
        });
        return Service.ALL.stream()
                .filter(service -> !without.contains(service.module()))
                .toList();
    }

    private static boolean isService(String name) {
        return Service.ALL.stream().anyMatch(service -> service.module().equals(name));
    }
}
