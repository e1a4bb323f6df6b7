package dev.troupe.operator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks services: which, where, and by whom. */
public final class OperatorOptions {

    private static final String TOKEN_VARIABLE = "TROUPE_OPERATOR_TOKEN";

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
                    "The file with the operator's token. Default: $TROUPE_OPERATOR_TOKEN, or the token of the system on the data directory.")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "Answer with JSON on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The services meant. */
    Services services() {
        Map<String, URI> named = services.isEmpty() ? fromEnvironment() : services;
        if (!named.isEmpty()) {
            return new Services(named, token(null));
        }
        RunningSystem system = RunningSystem.of(data.path());
        Map<String, URI> addresses = new LinkedHashMap<>();
        system.services().forEach(service -> addresses.put(service, system.url(service)));
        return new Services(addresses, token(system.operatorToken()));
    }

    private static Map<String, URI> fromEnvironment() {
        String variable = System.getenv("TROUPE_SERVICES");
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String entry : variable == null || variable.isBlank() ? new String[0] : variable.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, "TROUPE_SERVICES must be NAME=URL,NAME=URL..., not '" + variable + "'.");
            }
            addresses.put(
                    entry.substring(0, equals).strip(),
                    URI.create(entry.substring(equals + 1).strip()));
        }
        return addresses;
    }

    private @Nullable String token(@Nullable Path ofSystem) {
        String variable = System.getenv(TOKEN_VARIABLE);
        if (tokenFile == null && variable != null && !variable.isBlank()) {
            return variable.strip();
        }
        Path file = tokenFile == null ? ofSystem : tokenFile;
        try {
            return file == null ? null : Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.NOT_ALLOWED, "Cannot read the operator's token from " + file + ": " + e);
        }
    }
}
