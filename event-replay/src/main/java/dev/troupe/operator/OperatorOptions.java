package dev.troupe.operator;

import dev.troupe.kit.access.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks services: which, where, and by whom. */
public final class OperatorOptions {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--service",
            paramLabel = "NAME=URL",
            description =
                    "Ask this service instead of those of the system on the data directory; may be repeated. Default: $TROUPE_SERVICES, such as order=http://localhost:8081,payment=http://localhost:8082.")
    private Map<String, URI> services = new LinkedHashMap<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The file with a token that allows what is asked for. Default: $TROUPE_TOKEN, or a token of one's own if the secrets of the data directory can be read.")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "Answer with JSON on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The services meant. */
    Services services() {
        Map<String, URI> named = services.isEmpty() ? ServiceAddresses.fromEnvironment() : services;
        return new Services(named.isEmpty() ? ofSystem() : named, tokens());
    }

    private Map<String, URI> ofSystem() {
        RunningSystem system = RunningSystem.of(data.path());
        Map<String, URI> addresses = new LinkedHashMap<>();
        system.services().forEach(service -> addresses.put(service, system.url(service)));
        return addresses;
    }

    private Supplier<@Nullable String> tokens() {
        if (tokenFile == null) {
            return OwnTokens.orGiven(data.path(), Role.READ, Role.OPERATE);
        }
        try {
            String token = Files.readString(tokenFile).strip();
            return () -> token;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.NOT_ALLOWED, "Cannot read a token from " + tokenFile + ": " + e);
        }
    }
}
