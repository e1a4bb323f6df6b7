package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.Declarations;
import dev.troupe.kit.document.FactSchemas;
import dev.troupe.kit.telemetry.Telemetry;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/tutorial/add-a-service.md} says, block by block, beside a service that knows nothing of it. */
class TutorialTest {

    @TempDir
    private Path folder;

    private final Tutorial tutorial = Tutorial.read(Path.of("../docs/tutorial/add-a-service.md"));
    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");

    @Test
    void aServiceJoinsWithoutAChangeToAnyOther() throws Exception {
        execute(tutorial.block("run as owner"));
        append("order.placed", "order-order-1");
        append("payment.captured", "payment-order-1");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = tutorial.build(folder);
                Running shelf = new Running(testDatabase.settings("shelf-service"), Shelf.choreography())) {
            Thread.currentThread().setContextClassLoader(loader); // where Flyway looks for migrations
            try (Running loyalty = new Running(loyaltySettings(), loyalty(loader))) {
                await().untilAsserted(() -> assertThat(
                                query("SELECT customer_id || ' ' || points FROM points_balance.points_balance"))
                        .isEqualTo("customer-1 39"));
                assertThat(query("SELECT metadata->>'correlationId' FROM events.event WHERE type = 'points.granted'"))
                        .isEqualTo("order-1");
                assertThat(loyalty.declared().facts())
                        .filteredOn(fact -> fact.name().equals("points.granted"))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.owner()).isEqualTo("loyalty"));
                await().untilAsserted(() -> assertThat(shelf.unknownFacts()).contains("points.granted"));
                assertThat(query("SELECT count(*) FROM shelf.dead_letter")).isEqualTo("0");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Choreography loyalty(ClassLoader loader) throws ReflectiveOperationException {
        return (Choreography) Objects.requireNonNull(loader.loadClass("dev.troupe.loyalty.LoyaltyService")
                .getMethod("choreography")
                .invoke(null));
    }

    private TroupeSettings loyaltySettings() {
        Map<String, String> properties = new HashMap<>(testDatabase.properties("loyalty-service"));
        properties.put("troupe.db.password", "choose-one");
        return TroupeSettings.from("loyalty-service", "test", properties::get);
    }

    /** What another service publishes: the example that its fact is shipped with. */
    private void append(String fact, String stream) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, revision,"
                                + " occurred_at, metadata, payload) VALUES (?, 0, 'Other', ?, ?, '1', now(), ?::json,"
                                + " ?::json)")) {
            insert.setString(1, stream);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, fact);
            insert.setString(4, "{\"correlationId\": \"order-1\", \"source\": \"other-service/1.0\"}");
            insert.setString(5, FactSchemas.example(fact, 1).orElseThrow().toString());
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** A service in this process. */
    private final class Running implements AutoCloseable {

        private final String service;
        private final ServiceDatabase database;
        private final Telemetry telemetry;
        private final Troupe troupe;

        Running(TroupeSettings settings, Choreography choreography) {
            this.service = settings.service();
            this.database = ServiceDatabase.open(settings);
            this.telemetry = Telemetry.create(settings);
            this.troupe = Troupe.create(settings, database, telemetry, choreography);
            troupe.start();
        }

        ChoreographyMap declared() throws SQLException {
            return ChoreographyMap.of(Declarations.read(database.reader()));
        }

        String unknownFacts() throws SQLException {
            return query("SELECT status->>'unknownFacts' FROM choreography.instance WHERE service = '%s'"
                    .formatted(service));
        }

        @Override
        public void close() {
            troupe.close();
            telemetry.close();
            database.close();
        }
    }
}
