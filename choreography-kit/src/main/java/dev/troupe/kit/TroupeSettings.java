package dev.troupe.kit;

import dev.troupe.kit.axonserver.AxonServerSettings;
import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.EventStoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a service has to be told at start.
 *
 * @param service the service's name, such as {@code order-service}
 * @param version the service's version
 * @param instance names this process among those of the service
 * @param database where the service's database is and who it is there
 * @param reader the role that can read events but not append
 * @param masterKeyFile the file with the key that wraps all customers' keys
 * @param eventStore which event store holds the events
 * @param otlpEndpoint where spans go; without it none are sent
 * @param zipkinEndpoint where spans go in Zipkin's format, besides; without it none are sent
 * @param samplingRatio which part of the traces is recorded, 0 to 1
 */
public record TroupeSettings(
        String service,
        String version,
        String instance,
        Login database,
        Login reader,
        @Nullable Path masterKeyFile,
        EventStoreSettings eventStore,
        @Nullable String otlpEndpoint,
        @Nullable String zipkinEndpoint,
        double samplingRatio) {

    /** A database and who logs in there. */
    public record Login(String url, String user, String password) {

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * Reads the settings from properties named {@code troupe.*}.
     *
     * @param property gives the value of a property, or null
     * @throws IllegalArgumentException if one is missing or wrong; the message names it
     */
    public static TroupeSettings from(String service, String version, UnaryOperator<@Nullable String> property) {
        String url = required(property, "troupe.db.url");
        String keyFile = property.apply("troupe.master-key-file");
        return new TroupeSettings(
                service,
                version,
                optional(
                        property,
                        "troupe.instance",
                        UUID.randomUUID().toString().substring(0, 8)),
                new Login(url, required(property, "troupe.db.user"), password(property, "troupe.db.password")),
                new Login(
                        url,
                        required(property, "troupe.db.reader-user"),
                        password(property, "troupe.db.reader-password")),
                keyFile == null || keyFile.isBlank() ? null : Path.of(keyFile),
                eventStore(property),
                property.apply("troupe.otlp-endpoint"),
                property.apply("troupe.zipkin-endpoint"),
                Double.parseDouble(optional(property, "troupe.sampling-ratio", "1.0")));
    }

    /** From a file if one is named: what is in the environment can be seen by too many. */
    private static String password(UnaryOperator<@Nullable String> property, String name) {
        String file = property.apply(name + "-file");
        if (file == null || file.isBlank()) {
            return required(property, name);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("%s-file: %s cannot be read (%s)".formatted(name, file, e), e);
        }
    }

    private static EventStoreSettings eventStore(UnaryOperator<@Nullable String> property) {
        return switch (EventStoreKind.parse(optional(property, "troupe.event-store", "postgres"))) {
            case POSTGRES -> EventStoreSettings.POSTGRES;
            case AXON_SERVER -> EventStoreSettings.on(axonServer(property));
        };
    }

    private static AxonServerSettings axonServer(UnaryOperator<@Nullable String> property) {
        String certificate = optional(property, "troupe.axonserver-certificate", "");
        boolean asksForToken = !optional(
                        property, "troupe.axonserver-token", optional(property, "troupe.axonserver-token-file", ""))
                .isEmpty();
        return new AxonServerSettings(
                required(property, "troupe.axonserver"),
                optional(property, "troupe.axonserver-context", "default"),
                asksForToken ? password(property, "troupe.axonserver-token") : null,
                Boolean.parseBoolean(optional(property, "troupe.axonserver-tls", "false")),
                certificate.isEmpty() ? null : Path.of(certificate));
    }

    private static String required(UnaryOperator<@Nullable String> property, String name) {
        String value = property.apply(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the setting %s is missing (environment variable %s)"
                    .formatted(name, name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_")));
        }
        return value;
    }

    private static String optional(UnaryOperator<@Nullable String> property, String name, String otherwise) {
        String value = property.apply(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
