package dev.troupe.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.CancellationReason;
import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationKind;
import dev.troupe.events.OrderId;
import dev.troupe.kit.access.Role;
import dev.troupe.notification.NotificationFixture;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.test.MetricsTable;
import dev.troupe.test.TestTokens;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationApiTest implements TestPropertyProvider {

    private static final int NOTIFICATIONS = 7;

    private final Surroundings surroundings = new Surroundings();
    private final PlantedOrders others = new PlantedOrders(surroundings.database);

    @Inject
    EmbeddedServer server;

    private Http http;
    private Http management;

    @Override
    public Map<String, String> getProperties() {
        return surroundings.properties();
    }

    @BeforeAll
    void requestSome() {
        http = new Http(server.getPort());
        management = new Http(surroundings.managementPort);
        for (int i = 1; i <= NOTIFICATIONS; i++) {
            NotificationRequested fact = requested(new OrderId("listed-" + i));
            others.happened(
                    "notification-" + fact.notificationId(), fact.orderId().value(), fact);
        }
        await().until(() -> list("").path("items").size() == NOTIFICATIONS);
    }

    @AfterAll
    void leave() {
        others.close();
        surroundings.close();
    }

    /** Its contact is sealed with a key that nobody has, so no mail comes of it. */
    private static NotificationRequested requested(OrderId order) {
        return new NotificationRequested(
                NotificationId.of(NotificationKind.ORDER_CANCELLED, order).value(),
                order,
                NotificationKind.ORDER_CANCELLED,
                new CustomerId("c-1"),
                CustomerTier.STANDARD,
                NotificationFixture.CONTACT,
                null,
                CancellationReason.CUSTOMER);
    }

    @Test
    void aNotificationSaysWhatItIsAboutAndNotToWhom() {
        JsonNode notification = Http.json(http.get("/notifications/order-cancelled-listed-1"));
        assertThat(notification.path("notificationId").asText()).isEqualTo("order-cancelled-listed-1");
        assertThat(notification.path("orderId").asText()).isEqualTo("listed-1");
        assertThat(notification.path("kind").asText()).isEqualTo("ORDER_CANCELLED");
        assertThat(notification.path("requestedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(notification.fieldNames())
                .toIterable()
                .isSubsetOf("notificationId", "orderId", "kind", "status", "requestedAt", "sentAt", "reason");
    }

    @Test
    void aListIsPagedInTheOrderOfIds() {
        List<String> ids = new ArrayList<>();
        String path = "/notifications?limit=3";
        int pages = 0;
        while (path != null) {
            HttpResponse<String> page = http.get(path);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.headers().firstValue("As-Of-Position"))
                    .get()
                    .asString()
                    .matches("\\d+");
            Http.json(page)
                    .path("items")
                    .forEach(item -> ids.add(item.path("notificationId").asText()));
            path = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<(.*)>; rel=\"next\"", "$1"))
                    .orElse(null);
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(NOTIFICATIONS).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aListCanBeNarrowedToAnOrderOrAStatus() {
        assertThat(list("?orderId=listed-2").path("items")).hasSize(1);
        assertThat(list("?orderId=nobody").path("items")).isEmpty();
        assertThat(list("?orderId=listed-2&status=SENT").path("items")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Http.problem(http.get("/notifications/order-confirmed-unknown"), 404, "notification-not-found");
        Http.problem(http.get("/nowhere"), 404, "not-found");
        Http.problem(http.get("/nowhere", "Accept", "text/html"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notifications/o-1",
                "/notifications/a%2F..%2Fb",
                "/notifications/%00",
                "/notifications/order-confirmed-%F0%9F%98%80"
            })
    void anIdThatIsNoneIsRefused(String path) {
        JsonNode problem = Http.problem(http.get(path), 400, "invalid-request");
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("id");
        assertThat(problem.at("/errors/0/detail").asText()).startsWith("not a valid notification id");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=many, limit, must be a whole number from 1 to 500",
        "limit=0, limit, must be a whole number from 1 to 500",
        "limit=501, limit, must be a whole number from 1 to 500",
        "status=LOST, status, 'must be one of REQUESTED, SENT, FAILED'",
        "after=%3B, after, 'not a valid notification id: it looks like order-confirmed-ID or payment-refunded-ID~REFUND'",
        "orderId=-1, orderId, 'not a valid order id: it must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit'",
        "orderId=, orderId, 'not a valid order id: it must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit'"
    })
    void aParameterThatMeansNothingIsNamed(String query, String parameter, String detail) {
        JsonNode problem = Http.problem(http.get("/notifications?" + query), 400, "invalid-request");
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/detail").asText()).isEqualTo(detail);
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThat(Http.problem(http.get("/notifications?limit=x&status=y"), 400, "invalid-request")
                        .path("errors"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingCanBeChanged(String method) {
        HttpResponse<String> answer =
                Http.send(http.to("/notifications").method(method, BodyPublishers.ofString("{}")));
        Http.problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).get().asString().contains("GET");
    }

    @Test
    void anAnswerThatCannotBeGivenInTheWantedFormIsNotAcceptable() {
        Http.problem(http.get("/notifications", "Accept", "image/png"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /notifications/%zz HTTP/1.1", "GET /a b HTTP/1.1", "NONSENSE", "GET //// HTTP/1.1"})
    void aRequestThatIsNotHttpIsAnsweredWithoutASecret(String requestLine) throws IOException {
        assertThat(raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain("Exception", "io.micronaut", "HTTP/1.1 5");
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws IOException {
        assertThat(raw("GET /notifications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
                        + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Exception");
    }

    @Test
    void aRequestContinuesTheTraceOfItsCaller() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = http.get("/nowhere", "traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
        assertThat(Http.problem(answer, 404, "not-found").path("traceId").asText())
                .isEqualTo(traceId);
    }

    @Test
    void everyAnswerTellsBrowsersToTakeNoLiberties() {
        assertThat(http.get("/notifications").headers().map())
                .containsKeys("content-security-policy", "x-frame-options", "referrer-policy", "cache-control");
    }

    @Test
    void whoShowsATokenThatIsNotValidIsToldSo() {
        HttpResponse<String> answer = http.get("/notifications", "Authorization", "Bearer nonsense");
        Http.problem(answer, 401, "authentication-required");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(http.get("/notifications", "Authorization", TestTokens.bearer("ada"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void operatingNeedsTheRoleEvenInDevelopmentAndIsRecorded() {
        HttpRequest.Builder operate = http.to("/operator/nothing").POST(BodyPublishers.noBody());
        Http.problem(Http.send(operate), 401, "authentication-required");
        Http.problem(
                Http.send(operate.copy().header("Authorization", TestTokens.bearer("grace", Role.READ))),
                403,
                "role-missing");
        Http.problem(
                Http.send(operate.copy().header("Authorization", TestTokens.bearer("grace", Role.OPERATE))),
                404,
                "not-found");
        await().untilAsserted(() -> assertThat(surroundings.operatorCalls()).containsExactly("grace 403", "grace 404"));
    }

    @Test
    void theApiIsDescribed() {
        HttpResponse<String> answer = http.get("/swagger/notification-service.yml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/notifications/{id}", "application/problem+json");
    }

    @Test
    void aRunningServiceIsReadyOnItsManagementPortAlone() {
        await().untilAsserted(() -> assertThat(Http.json(management.get("/health/readiness"))
                        .at("/details/troupe/status")
                        .asText())
                .isEqualTo("UP"));
        assertThat(management.get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(management.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(Http.json(management.get("/health"))
                        .at("/details/mail-server/details/circuitBreaker")
                        .asText())
                .isEqualTo("closed");
        assertThat(http.get("/health/readiness").statusCode()).isEqualTo(404);
        assertThat(management.get("/notifications").statusCode()).isEqualTo(404);
        assertThat(Http.json(management.get("/info")).path("security").asText()).isEqualTo("development");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "metrics", "prometheus"})
    void whatIsMeasuredCanBeRead(String endpoint) {
        assertThat(management.get("/" + endpoint).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsToldIsDocumented() {
        await().untilAsserted(() -> assertThat(MetricsTable.mistakes(
                        "notification-service", management.get("/prometheus").body()))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "threaddump", "loggers", "stop", "refresh", "routes"})
    void nothingElseIsShown(String endpoint) {
        assertThat(management.get("/" + endpoint).statusCode()).isEqualTo(404);
    }

    private JsonNode list(String query) {
        HttpResponse<String> answer = http.get("/notifications" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.json(answer);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
