package dev.troupe.demo.launch;

import dev.troupe.kit.axonserver.AxonServerSettings;
import dev.troupe.operator.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where Axon Server is; what is secret comes by environment alone. */
final class AxonServerOptions {

    @Option(
            names = "--axonserver",
            paramLabel = "HOST:PORT",
            description = {
                "The gRPC port of a running Axon Server. Default: $TROUPE_AXONSERVER.",
                "$TROUPE_AXONSERVER_TOKEN, _CONTEXT, _TLS and _CERTIFICATE are heeded too."
            })
    private @Nullable String address;

    boolean isGiven() {
        return address != null;
    }

    /** The server meant. */
    AxonServerSettings settings() {
        String servers = address == null ? variable("") : address;
        if (servers == null) {
            throw new LaunchFailure(
                    ExitCode.USAGE, "Say where Axon Server is: --axonserver HOST:PORT, or $TROUPE_AXONSERVER.");
        }
        String context = variable("_CONTEXT");
        String certificate = variable("_CERTIFICATE");
        return new AxonServerSettings(
                servers,
                context == null ? "default" : context,
                variable("_TOKEN"),
                Boolean.parseBoolean(variable("_TLS")),
                certificate == null ? null : Path.of(certificate));
    }

    private static @Nullable String variable(String suffix) {
        String value = System.getenv("TROUPE_AXONSERVER" + suffix);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
