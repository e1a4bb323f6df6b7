package dev.troupe.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.UserException;
import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.InventoryEvent.ShipmentDispatched;
import dev.troupe.events.Money;
import dev.troupe.events.OrderEvent.OrderCancelled;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.PaymentEvent.PaymentRefunded;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.test.TestTokens;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole service between a real event store and a real mail server. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellingCustomersTest implements TestPropertyProvider {

    private final Surroundings surroundings = new Surroundings();
    private final PlantedOrders others = new PlantedOrders(surroundings.database);

    @Inject
    EmbeddedServer server;

    @Inject
    SealedValues sealedValues;

    private Http http;

    @Override
    public Map<String, String> getProperties() {
        return surroundings.properties();
    }

    @BeforeAll
    void reach() {
        http = new Http(server.getPort());
    }

    @AfterAll
    void leave() {
        others.close();
        surroundings.close();
    }

    @Test
    void everyFactThatConcernsTheCustomerIsToldOnce() {
        OrderId order = placed("told");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));
        others.happened("warehouse-main", order.value(), dispatched(order));
        others.happened(order.paymentStream(), order.value(), refunded(order, "r-1"));
        others.happened(order.paymentStream(), order.value(), refunded(order, "r-2"));

        await().untilAsserted(() -> assertThat(sent(order))
                .containsExactlyInAnyOrder(
                        "order-confirmed-told",
                        "payment-refunded-told~r-1",
                        "payment-refunded-told~r-2",
                        "shipment-dispatched-told"));
        assertThat(mailsOf(order)).containsExactlyInAnyOrderElementsOf(sent(order));
    }

    @Test
    void aFactThatIsRecordedTwiceIsToldOnce() {
        OrderId order = placed("twice");
        OrderCancelled fact = new OrderCancelled(order, WarehouseId.MAIN, CancellationReason.OUT_OF_STOCK);
        others.happened(order.stream(), order.value(), fact);
        others.happened(order.stream(), order.value(), fact);
        OrderId later = placed("later");
        others.happened(later.stream(), later.value(), new OrderConfirmed(later, WarehouseId.MAIN));

        await().untilAsserted(() -> assertThat(sent(later)).containsExactly("order-confirmed-later"));
        await().untilAsserted(() -> assertThat(sent(order)).containsExactly("order-cancelled-twice"));
        assertThat(mailsOf(order)).containsExactly("order-cancelled-twice");
    }

    @Test
    void aMailIsTriedAgainUntilTheMailServerTakesIt() {
        surroundings.mails.getUserManager().setMessageDeliveryHandler((message, address) -> {
            throw new UserException("the disk is full");
        });
        OrderId order = placed("patient");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));
        await().untilAsserted(() -> assertThat(
                        query(
                                "SELECT convert_from(task_data, 'UTF8')::jsonb->>'waitingFor' FROM notification.scheduled_tasks"))
                .anyMatch(reason -> reason.contains("451")));
        deliverAgain();

        await().untilAsserted(() -> assertThat(sent(order)).containsExactly("order-confirmed-patient"));
        assertThat(mailsOf(order)).hasSize(1);
    }

    @Test
    void aMailThatWaitsIsSeenAmongTheJobsAndCanBeTriedNow() {
        surroundings.mails.getUserManager().setMessageDeliveryHandler((message, address) -> {
            throw new UserException("the disk is full");
        });
        OrderId order = placed("waiting");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));
        String jobs = "/operator/jobs?kind=send-mail&flowId=waiting";
        await().untilAsserted(() -> assertThat(
                        Http.json(http.get(jobs)).at("/0/waitingFor").asText())
                .contains("451"));
        String path = "/operator/jobs/send-mail/"
                + Http.json(http.get(jobs)).at("/0/key").asText() + "/retry";
        deliverAgain();

        await().untilAsserted(() -> assertThat(tryNow(path).statusCode()).isIn(204, 404));
        await().untilAsserted(() -> assertThat(sent(order)).containsExactly("order-confirmed-waiting"));
        Http.problem(tryNow(path), 404, "no-such-job");
    }

    private HttpResponse<String> tryNow(String path) {
        return Http.send(http.to(path)
                .header("Authorization", TestTokens.bearer("ada", Role.OPERATE))
                .POST(BodyPublishers.noBody()));
    }

    private void deliverAgain() {
        surroundings.mails.getUserManager().setMessageDeliveryHandler((message, address) -> {
            var users = surroundings.mails.getUserManager();
            var user = users.getUserByEmail(address.getEmail());
            return user == null ? users.createUser(address.getEmail(), address.getEmail(), "secret") : user;
        });
    }

    @Test
    void nobodyIsWrittenToWhoseDataWasErased() throws SQLException {
        OrderId order = placed("erased");
        erase("customer-erased");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));

        await().untilAsserted(() -> {
            HttpResponse<String> answer = http.get("/notifications/order-confirmed-erased");
            assertThat(Http.json(answer).path("status").asText()).isEqualTo("FAILED");
            assertThat(Http.json(answer).path("reason").asText()).isEqualTo("the customer's personal data was erased");
        });
        assertThat(mailsOf(order)).isEmpty();
    }

    @Test
    void aMailThatWasGivenUpIsRequestedAnewOncePerKey() throws SQLException {
        OrderId order = placed("given-up");
        erase("customer-given-up");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));
        await().untilAsserted(() ->
                assertThat(query(factsOf(order))).containsExactly("notification.requested", "notification.failed"));
        await().untilAsserted(() -> assertThat(Http.json(http.get("/notifications/order-confirmed-given-up"))
                        .path("status")
                        .asText())
                .isEqualTo("FAILED"));

        HttpResponse<String> answer = retry("order-confirmed-given-up", "again-1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/notifications/order-confirmed-given-up");
        assertThat(answer.headers().firstValue("Flow-Id")).contains("given-up");
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
        assertThat(retry("order-confirmed-given-up", "again-1").headers().firstValue("Idempotency-Replayed"))
                .contains("true");

        await().untilAsserted(() -> assertThat(query(factsOf(order)))
                .containsExactly(
                        "notification.requested",
                        "notification.failed",
                        "notification.requested",
                        "notification.failed"));
        Http.problem(retry("order-confirmed-nobody", "again-2"), 404, "notification-not-found");
    }

    private void erase(String customer) throws SQLException {
        try (Connection connection = surroundings.database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE keys.subject_key SET wrapped = NULL, shredded_at = now() WHERE subject = '"
                    + customer + "'");
        }
    }

    private static String factsOf(OrderId order) {
        return "SELECT type FROM events.event WHERE stream = 'notification-order-confirmed-%s' ORDER BY position"
                .formatted(order);
    }

    private HttpResponse<String> retry(String notification, String key) {
        return Http.send(http.to("/notifications/" + notification + "/retry")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void noPersonalDataStandsInTheDatabase() throws SQLException {
        OrderId order = placed("private");
        others.happened(order.stream(), order.value(), new OrderConfirmed(order, WarehouseId.MAIN));
        await().untilAsserted(() -> assertThat(sent(order)).hasSize(1));

        assertThat(query("SELECT payload::text || metadata::text FROM events.event"))
                .isNotEmpty()
                .noneMatch(TellingCustomersTest::namesSomebody);
        assertThat(query("SELECT row::text FROM notification_summary.notification_summary row"))
                .isNotEmpty()
                .noneMatch(TellingCustomersTest::namesSomebody);
    }

    private static boolean namesSomebody(String text) {
        return text.contains("Ada") || text.contains("@example.com");
    }

    private OrderId placed(String id) {
        OrderId order = new OrderId(id);
        others.happened(
                order.stream(),
                id,
                new OrderPlaced(
                        order,
                        new CustomerId("customer-" + id),
                        CustomerTier.STANDARD,
                        sealedValues.seal(
                                "customer-" + id,
                                Map.of("name", "Ada Abbott", "email", id + "@example.com", "address", "1 Mill Road")),
                        "United Kingdom",
                        "GBP",
                        List.of(new OrderLine(new Sku("MUG"), 2, 475)),
                        950,
                        Instant.parse("2010-12-01T08:26:00Z"),
                        OrderOrigin.API,
                        WarehouseId.MAIN));
        return order;
    }

    private static ShipmentDispatched dispatched(OrderId order) {
        return new ShipmentDispatched(WarehouseId.MAIN, order, List.of(new StockLine(new Sku("MUG"), 2)));
    }

    private static PaymentRefunded refunded(OrderId order, String refundId) {
        return new PaymentRefunded(order, refundId, new Money(475, "GBP"));
    }

    private Set<String> sent(OrderId order) {
        HttpResponse<String> answer = http.get("/notifications?status=SENT&orderId=" + order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.json(answer).path("items").findValuesAsText("notificationId").stream()
                .collect(Collectors.toSet());
    }

    private List<String> mailsOf(OrderId order) {
        return Arrays.stream(surroundings.mails.getReceivedMessages())
                .map(TellingCustomersTest::notificationOf)
                .filter(id -> id.matches(".*-" + order + "(~.*)?"))
                .toList();
    }

    private static String notificationOf(MimeMessage mail) {
        try {
            return mail.getHeader("X-Troupe-Notification")[0];
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = surroundings.database.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }
}
