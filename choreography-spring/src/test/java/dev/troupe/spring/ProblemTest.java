package dev.troupe.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ProblemTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    private static int port;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(PlantedService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.application.name=planted",
                        "--troupe.security.mode=development",
                        "--troupe.http.max-body-bytes=2000");
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"orderId":"o-1","parts":[],"colour":"red"}                          | /colour           | is not a known field
                    {"orderId":"o 1","parts":[]}                                         | /orderId          | not a valid order id: it must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit
                    {"orderId":["o-1"],"parts":[]}                                       | /orderId          | is missing or has the wrong type
                    {"parts":[]}                                                         | /orderId          | must not be null
                    {"orderId":"o-1"}                                                    | /parts            | must not be null
                    {"orderId":"o-1","parts":{}}                                         | /parts            | must be an array
                    {"orderId":"o-1","parts":[null]}                                     | /parts/0          | must not be null
                    {"orderId":"o-1","parts":[{"sku":"A","quantity":1.5}]}               | /parts/0/quantity | must be a whole number
                    {"orderId":"o-1","parts":[{"sku":"A","quantity":"1"}]}               | /parts/0/quantity | must be a whole number
                    {"orderId":"o-1","parts":[{"sku":"A","quantity":99999999999}]}       | /parts/0/quantity | must be a whole number
                    {"orderId":"o-1","parts":[{"sku":"A","quantity":0,"priceMinor":1}]}  | /parts/0/quantity | must be greater than or equal to 1
                    {"orderId":"o-1","parts":[{"sku":"A","quantity":1,"priceMinor":null}]}| /parts/0/priceMinor | must be a whole number
                    {"orderId":"o-1","parts":[],"size":"HUGE"}                           | /size             | must be one of SMALL, LARGE
                    {"orderId":"o-1","parts":[],"size":1}                                | /size             | must be one of SMALL, LARGE
                    {"orderId":"o-1","parts":[],"at":"yesterday"}                        | /at               | must be an ISO-8601 instant such as 2026-01-31T12:00:00Z
                    {"orderId":"o-1","parts":[],"note":5}                                | /note             | must be a text
                    """)
    void aMistakeInABodyIsPointedTo(String body, String pointer, String detail) throws Exception {
        JsonNode problem = problem(post(body), 400, "invalid-request");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").asText()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"orderId":            | malformed-json
                    {"orderId":"a","orderId":"b","parts":[]} | malformed-json
                    {"orderId":"a","parts":[]} {} | malformed-json
                    ''                     | invalid-request
                    """)
    void whatIsNotJsonIsRefused(String body, String type) throws Exception {
        problem(post(body), 400, type);
    }

    @Test
    void whatIsRightIsReadAsItIsWritten() throws Exception {
        String body =
                "{\"orderId\":\"o-1\",\"size\":\"LARGE\",\"at\":\"2026-01-31T12:00:00Z\",\"parts\":[{\"sku\":\"A 1\",\"quantity\":2,\"priceMinor\":3}]}";
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(body));
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        problem(
                send(to("/things").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefused() throws Exception {
        problem(post("{\"note\":\"" + "x".repeat(3000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void aBodyThatTurnsOutToBeTooLargeIsRefused() throws Exception {
        byte[] body = ("{\"note\":\"" + "x".repeat(3000) + "\"}").getBytes(StandardCharsets.UTF_8);
        problem(
                send(to("/things")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))),
                413,
                "body-too-large");
    }

    @Test
    void aParameterThatCannotBeReadIsNamed() throws Exception {
        JsonNode id = problem(get("/things/-1"), 400, "invalid-request");
        assertThat(id.at("/errors/0/parameter").asText()).isEqualTo("id");
        assertThat(id.at("/errors/0/detail").asText()).startsWith("not a valid order id");
        JsonNode limit = problem(get("/things/1?limit=many"), 400, "invalid-request");
        assertThat(limit.at("/errors/0/parameter").asText()).isEqualTo("limit");
        assertThat(limit.at("/errors/0/detail").asText()).isEqualTo("must be a whole number");
        JsonNode range = problem(get("/things/1?limit=6"), 400, "invalid-request");
        assertThat(range.at("/errors/0/detail").asText()).isEqualTo("must be less than or equal to 5");
    }

    @Test
    void aRefusalKeepsItsTypeAndSaysWhere() throws Exception {
        JsonNode problem = problem(get("/refused"), 409, "order-already-confirmed");
        assertThat(problem.get("title").asText()).isEqualTo("Order already confirmed");
        assertThat(problem.get("detail").asText()).isEqualTo("It is too late.");
        assertThat(problem.get("instance").asText()).isEqualTo("/refused");
    }

    @Test
    void mistakesThatAServiceFindsAreListed() throws Exception {
        assertThat(problem(get("/mistaken"), 400, "invalid-request")
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/currency");
    }

    @Test
    void anUnexpectedErrorSaysNothingOfItself() throws Exception {
        HttpResponse<String> answer = get("/broken");
        JsonNode problem = problem(answer, 500, "internal-error");
        assertThat(problem.has("detail")).isFalse();
        assertThat(answer.body()).doesNotContain("Ada", "IllegalState", "at dev.");
    }

    @Test
    void anOutageOfTheDatabaseIsSaidToPass() throws Exception {
        HttpResponse<String> answer = get("/outage");
        problem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    /** The end of another connection looks like that of the client's own; taken for it, the request was answered 200 with nothing in it. */
    @Test
    void aConnectionThatAServiceLosesIsNotMistakenForTheClientsOwn() throws Exception {
        problem(get("/lost-database"), 503, "unavailable");
        problem(get("/lost-partner"), 500, "internal-error");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        problem(get("/nowhere"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotAllowedNamesThoseThatAre() throws Exception {
        HttpResponse<String> answer = send(to("/things").DELETE());
        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aProblemIsAProblemEvenForAClientThatWantsAPicture() throws Exception {
        problem(send(to("/refused").header("Accept", "image/png")), 409, "order-already-confirmed");
        problem(send(to("/nowhere").header("Accept", "text/html")), 404, "not-found");
        problem(send(to("/refused").header("Accept", "application/json;q=nonsense")), 409, "order-already-confirmed");
        problem(
                send(to("/things")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json;q=nonsense")
                        .POST(BodyPublishers.ofString("x".repeat(3000)))),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"GET /things/%zz HTTP/1.1", "GET /things/<> HTTP/1.1", "GET /a/..%2fb HTTP/1.1", "NONSENSE"})
    void aRequestThatIsNotHttpIsAnsweredWithAProblemOrNothing(String requestLine) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = text(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("<html").doesNotContain("Tomcat");
        }
    }

    @Test
    void everyAnswerTellsBrowsersToTakeNoLiberties() throws Exception {
        HttpResponse<String> answer = get("/nowhere");
        assertThat(answer.headers().map())
                .containsKeys("content-security-policy", "x-frame-options", "referrer-policy", "cache-control");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String type) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:troupe:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(to("/things").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
