package dev.troupe.demo.launch;

import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.operator.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which event store holds the events. */
final class EventStoreOptions {

    @Option(
            names = "--event-store",
            paramLabel = "postgres|axon-server",
            defaultValue = "postgres",
            description = "Where the events are kept; default postgres. Everything else is in PostgreSQL in any case.")
    private String kind = "postgres";

    @Mixin
    private AxonServerOptions axonServer = new AxonServerOptions();

    EventStoreSettings settings() {
        try {
            return switch (EventStoreKind.parse(kind)) {
                case POSTGRES -> postgres();
                case AXON_SERVER -> EventStoreSettings.on(axonServer.settings());
            };
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private EventStoreSettings postgres() {
        if (axonServer.isGiven()) {
            throw new LaunchFailure(ExitCode.USAGE, "--axonserver goes with --event-store axon-server.");
        }
        return EventStoreSettings.POSTGRES;
    }
}
