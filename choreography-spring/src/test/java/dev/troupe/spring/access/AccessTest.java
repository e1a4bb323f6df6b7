package dev.troupe.spring.access;

import static dev.troupe.kit.access.Role.OPERATE;
import static dev.troupe.kit.access.Role.PERSONAL_DATA;
import static dev.troupe.kit.access.Role.READ;
import static dev.troupe.kit.access.Role.TRADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.access.TokenIssuer;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.spring.PlantedService;
import dev.troupe.test.TestDatabase;
import dev.troupe.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class AccessTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TestDatabase DATABASE = TestDatabase.create("planted-service");

    @SuppressWarnings("NullAway.Init")
    private static ServiceDatabase service;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext strict;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext development;

    @BeforeAll
    static void start() {
        service = ServiceDatabase.open(DATABASE.settings("planted-service"));
        service.migrate("planted", "db/service");
        strict = run("strict");
        development = run("development");
    }

    @AfterAll
    static void stop() {
        development.close();
        strict.close();
        service.close();
    }

    private static ConfigurableApplicationContext run(String mode) {
        Map<String, Object> properties = new HashMap<>(DATABASE.properties("planted-service"));
        properties.putAll(Map.of(
                "server.port",
                0,
                "management.server.port",
                0,
                "spring.application.name",
                "planted",
                "troupe.security.issuer",
                "troupe",
                "troupe.security.mode",
                mode));
        return new SpringApplicationBuilder(PlantedService.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(OperatorCalls.class, () -> new OperatorCalls(service.writer(), "planted")))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void aStrictServiceLetsOnlyTheRoleThrough(Role role) throws Exception {
        assertThat(status(strict, "GET", "/things/o-1", role)).isEqualTo(role == READ ? 200 : 403);
        assertThat(status(strict, "POST", "/things", role)).isEqualTo(role == TRADE ? 400 : 403);
        assertThat(status(strict, "GET", "/operator/things", role)).isEqualTo(role == READ ? 200 : 403);
        assertThat(status(strict, "POST", "/operator/things", role)).isEqualTo(role == OPERATE ? 200 : 403);
        assertThat(status(strict, "GET", "/things/o-1/personal-data", role))
                .isEqualTo(role == PERSONAL_DATA ? 200 : 403);
    }

    @Test
    void aStrictServiceLetsNobodyUnknownThrough() throws Exception {
        HttpResponse<String> answer = send(strict, "GET", "/things/o-1", null);
        assertThat(problem(answer).path("type").asText()).isEqualTo("urn:troupe:problem:authentication-required");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(send(strict, "GET", "/nowhere", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoLacksARoleIsToldWhich() throws Exception {
        HttpResponse<String> answer = send(strict, "POST", "/operator/things", TestTokens.bearer("ada", READ));
        assertThat(problem(answer).path("type").asText()).isEqualTo("urn:troupe:problem:role-missing");
        assertThat(problem(answer).path("detail").asText()).endsWith("operate.");
    }

    @Test
    void developmentOpensBusinessAndLookingAlone() throws Exception {
        assertThat(send(development, "GET", "/things/o-1", null).statusCode()).isEqualTo(200);
        assertThat(send(development, "POST", "/things", null).statusCode()).isEqualTo(400);
        assertThat(send(development, "GET", "/operator/things", null).statusCode())
                .isEqualTo(200);
        assertThat(send(development, "POST", "/operator/things", null).statusCode())
                .isEqualTo(401);
        assertThat(send(development, "GET", "/things/o-1/personal-data", null).statusCode())
                .isEqualTo(401);
        assertThat(send(development, "GET", "/nowhere", null).statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenThatIsNotValidIsRefusedEvenWhereNoneIsNeeded(@TempDir Path folder) throws Exception {
        TokenIssuer other = TokenIssuer.of(Files.writeString(folder.resolve("key"), TokenIssuer.newKey()));
        List<String> bad = List.of(
                "Bearer nonsense",
                "Bearer " + other.issue("eve", Set.of(OPERATE), Duration.ofMinutes(5)),
                "Bearer " + TestTokens.expired("ada", OPERATE));
        for (String token : bad) {
            assertThat(send(development, "GET", "/things/o-1", token).statusCode())
                    .isEqualTo(401);
            assertThat(send(strict, "POST", "/operator/things", token).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anotherWayToWriteAPathIsNoWayAround() throws Exception {
        for (String path : List.of("//operator/things", "/%6fperator/things", "/operator;a=b/things", "/OPERATOR/x")) {
            assertThat(send(development, "POST", path, null).statusCode())
                    .as(path)
                    .isIn(400, 401);
        }
    }

    @Test
    void whatOperatorsDoIsRecordedAndSoIsWhatTheyMayNot() throws Exception {
        HttpResponse<String> done = send(strict, "POST", "/operator/things", TestTokens.bearer("grace", OPERATE));
        assertThat(done.body()).isEqualTo("grace");
        send(strict, "POST", "/operator/things", TestTokens.bearer("grace", READ));
        send(strict, "GET", "/things/o-1/personal-data", TestTokens.bearer("grace", PERSONAL_DATA));
        send(strict, "GET", "/operator/things", TestTokens.bearer("grace", READ));
        assertThat(recorded("grace"))
                .containsExactly(
                        "POST /operator/things 200", "POST /operator/things 403", "GET /things/o-1/personal-data 200");
    }

    @Test
    void managementIsOpenAndSaysHowStrictTheServiceIs() throws Exception {
        assertThat(management(strict, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(management(strict, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(management(strict, "/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(management(strict, "/actuator/info").body()).contains("\"security\":\"strict\"");
        assertThat(management(development, "/actuator/info").body()).contains("\"security\":\"development\"");
    }

    @Test
    void aStrictServiceWithoutKeysDoesNotStart() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(PlantedService.class)
                        .run("--server.port=0", "--management.server.port=0", "--spring.application.name=planted"))
                .hasStackTraceContaining("troupe.security.jwk-set-file");
    }

    private static int status(ConfigurableApplicationContext context, String method, String path, Role role)
            throws Exception {
        return send(context, method, path, TestTokens.bearer("ada", role)).statusCode();
    }

    private static HttpResponse<String> send(
            ConfigurableApplicationContext context, String method, String path, @Nullable String authorization)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(context, "local.server.port", path)).method(method, BodyPublishers.noBody());
        return CLIENT.send(
                (authorization == null ? request : request.header("Authorization", authorization)).build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> management(ConfigurableApplicationContext context, String path)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(context, "local.management.port", path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(ConfigurableApplicationContext context, String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> recorded(String caller) throws SQLException {
        List<String> calls = new ArrayList<>();
        try (Connection connection = DATABASE.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT method, path, status FROM planted.operator_call WHERE caller = '"
                                + caller + "' AND ended_at IS NOT NULL ORDER BY id")) {
            while (rows.next()) {
                calls.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getInt(3));
            }
        }
        return calls;
    }
}
