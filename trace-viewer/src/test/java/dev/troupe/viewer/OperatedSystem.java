package dev.troupe.viewer;

import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.projection.Projection;
import dev.troupe.test.TestDatabase;
import dev.troupe.test.TestTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The viewer and a small service with one projection, which it can operate; both as they run in production. */
final class OperatedSystem implements AutoCloseable {

    private static final int PARCELS = 40;

    private final TestDatabase database = TestDatabase.create("trace-viewer", "parcel-service");
    private final ConfigurableApplicationContext service;
    private final ConfigurableApplicationContext viewer;

    private OperatedSystem() {
        service = run(ParcelService.class, "parcel-service", Map.of("spring.config.name", "none"));
        viewer = run(TraceViewer.class, "trace-viewer", Map.of("troupe.services", "parcel=" + address(service)));
    }

    static OperatedSystem start() {
        OperatedSystem system = new OperatedSystem();
        system.execute("""
            INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)
            SELECT 'parcel-p-' || i, 0, gen_random_uuid(), 'order.confirmed', '1', now(),
                   json_build_object('correlationId', 'p-' || i),
                   json_build_object('orderId', 'p-' || i, 'warehouseId', 'main')
            FROM generate_series(1, %d) i\
            """.formatted(PARCELS));
        Awaitility.await().until(() -> system.count("SELECT count(*) FROM parcel_list.parcel_list") == PARCELS);
        return system;
    }

    String viewer() {
        return address(viewer);
    }

    /** What an operator has to show. */
    String token() {
        return TestTokens.of("ada", Role.READ, Role.OPERATE);
    }

    void damage(String parcel) {
        execute("UPDATE parcel_list.parcel_list SET facts = 99 WHERE order_id = '%s'".formatted(parcel));
    }

    long facts(String parcel) {
        return count("SELECT facts FROM parcel_list.parcel_list WHERE order_id = '%s'".formatted(parcel));
    }

    @Override
    public void close() {
        viewer.close();
        service.close();
    }

    private ConfigurableApplicationContext run(Class<?> application, String name, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(database.properties(name));
        properties.put("spring.application.name", name);
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.put("troupe.otlp-port", 0);
        properties.putAll(own);
        return new SpringApplicationBuilder(application)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    private static String address(ConfigurableApplicationContext application) {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    private void execute(String sql) {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long count(String sql) {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A service that does nothing but list parcels; no component, or the viewer's scan would take it for a part of the viewer. */
    @EnableAutoConfiguration
    static class ParcelService {

        @Bean
        static Choreography choreography() {
            return Choreography.of("parcel")
                    .projection(new ParcelListProjection())
                    .build();
        }
    }

    record ParcelList(OrderId orderId, int facts) {}

    static final class ParcelListProjection extends Projection<ParcelList> {
        ParcelListProjection() {
            super("parcel_list", ParcelList.class);
            on(
                    OrderConfirmed.class,
                    fact -> fact.orderId().value(),
                    (row, fact, at) -> new ParcelList(fact.orderId(), row == null ? 1 : row.facts() + 1));
        }
    }
}
