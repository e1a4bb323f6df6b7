package dev.troupe.test;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring service that asks everybody for a token, as in production. */
public final class StrictSpringService {

    private StrictSpringService() {}

    /**
     * Runs a service, tries all of its endpoints as everybody, and ends it.
     *
     * @param name as it is called in the table of endpoints
     * @return where it answers otherwise than {@link AccessTable} says
     */
    public static List<String> mistakes(Class<?> main, String name) throws IOException, InterruptedException {
        Map<String, String> properties = new TreeMap<>(TestDatabase.create(name).properties(name));
        properties.putAll(Map.of(
                "troupe.security.mode", "strict",
                "server.port", "0",
                "management.server.port", "0",
                "troupe.otlp-port", "0"));
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(main)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new))) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            return AccessTable.of(name).mistakes(SpringEndpoints.of(service), URI.create("http://127.0.0.1:" + port));
        }
    }
}
