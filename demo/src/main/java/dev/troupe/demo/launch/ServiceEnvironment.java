package dev.troupe.demo.launch;

import dev.troupe.kit.access.TokenIssuer;
import dev.troupe.kit.store.EventStoreSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each process is told through environment variables; one that is set already wins, so all can be overridden. */
final class ServiceEnvironment {

    private final Ports ports;
    private final EventStoreSettings eventStore;
    private final Secrets secrets;
    private final DataDirectory data;
    private final String databaseUrl;

    ServiceEnvironment(StageSettings settings, Secrets secrets, DataDirectory data, String databaseUrl) {
        this.ports = settings.ports();
        this.eventStore = settings.eventStore();
        this.secrets = secrets;
        this.data = data;
        this.databaseUrl = databaseUrl;
    }

    Map<String, String> of(Service service) throws IOException {
        Map<String, String> variables = new HashMap<>(common());
        variables.putAll(access());
        if (service.role().isPresent()) {
            String role = service.role().get();
            variables.put("TROUPE_DB_URL", databaseUrl);
            variables.put("TROUPE_DB_USER", role);
            variables.put("TROUPE_DB_PASSWORD", secrets.password(role));
            variables.put("TROUPE_DB_READER_USER", Service.READER);
            variables.put("TROUPE_DB_READER_PASSWORD", secrets.password(Service.READER));
            variables.put("TROUPE_MASTER_KEY_FILE", secrets.masterKey().toString());
        }
        variables.keySet().removeAll(System.getenv().keySet());
        // All of them together or none, since the launcher reads the same events.
        variables.put("TROUPE_EVENT_STORE", eventStore.kind().label());
        if (eventStore.axonServer() != null) {
            variables.put("TROUPE_AXONSERVER", eventStore.axonServer().servers());
        }
        // Each process has its own, so these cannot be overridden for all of them.
        variables.put("SERVER_PORT", Integer.toString(ports.of(service.port())));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.managementOf(service.port())));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        return variables;
    }

    /** Open to whoever is on this machine, but for what operators do: for that there are tokens. */
    private Map<String, String> access() throws IOException {
        return Map.of(
                "TROUPE_SECURITY_MODE",
                "development",
                "TROUPE_SECURITY_ISSUER",
                TokenIssuer.NAME,
                "TROUPE_SECURITY_JWK_SET_FILE",
                secrets.tokenPublicKeys().toString());
    }

    /** Where the services answer operators. */
    private String services() {
        return Stream.of(Port.ORDER, Port.PAYMENT, Port.INVENTORY, Port.NOTIFICATION)
                .map(port -> "%s=http://127.0.0.1:%d".formatted(port.label(), ports.of(port)))
                .collect(Collectors.joining(","));
    }

    private Map<String, String> common() throws IOException {
        return Map.of(
                "TROUPE_PAYMENT_PROVIDER_URL",
                "http://127.0.0.1:" + ports.of(Port.PROVIDER),
                "PROVIDER_LEDGER",
                data.provider().resolve("ledger.ndjson").toString(),
                "PROVIDER_PORT",
                Integer.toString(ports.of(Port.PROVIDER)),
                "TROUPE_SMTP_HOST",
                "127.0.0.1",
                "TROUPE_SMTP_PORT",
                Integer.toString(ports.of(Port.SMTP)),
                "TROUPE_OTLP_ENDPOINT",
                "http://127.0.0.1:" + ports.of(Port.OTLP),
                "TROUPE_SERVICES",
                services(),
                "TROUPE_OTLP_PORT",
                Integer.toString(ports.of(Port.OTLP)),
                // Few threads of a small service allocate natively at once; more arenas only cost memory.
                "MALLOC_ARENA_MAX",
                "2");
    }
}
