package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.provider.ProviderClient.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static PaymentProviderSimulator provider;
    private static ProviderClient client;

    @BeforeAll
    static void start() throws IOException {
        provider = PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0));
        client = new ProviderClient(provider.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        provider.close();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(client.ledger().body()).isEmpty();
    }

    @ParameterizedTest(quoteTextArguments = false)
    @CsvSource(delimiter = '|', textBlock = """
                    {"amountMinor": -1, "currency": "GBP", "reference": "r"}                | invalid-request | field 'amountMinor' must be a whole number from 0 to
                    {"amountMinor": 1.5, "currency": "GBP", "reference": "r"}               | invalid-request | field 'amountMinor' must be a whole number
                    {"amountMinor": 1.0, "currency": "GBP", "reference": "r"}               | invalid-request | field 'amountMinor' must be a whole number
                    {"amountMinor": "1", "currency": "GBP", "reference": "r"}               | invalid-request | field 'amountMinor' must be a whole number
                    {"amountMinor": 1e3, "currency": "GBP", "reference": "r"}               | invalid-request | field 'amountMinor' must be a whole number
                    {"amountMinor": null, "currency": "GBP", "reference": "r"}              | invalid-request | field 'amountMinor' must be a whole number
                    {"amountMinor": 99999999999999999999, "currency": "GBP", "reference": "r"} | invalid-request | field 'amountMinor' must be a whole number
                    {"currency": "GBP", "reference": "r"}                                   | invalid-request | field 'amountMinor' is missing
                    {"amountMinor": 1, "reference": "r"}                                    | invalid-request | field 'currency' is missing
                    {"amountMinor": 1, "currency": "gbp", "reference": "r"}                 | invalid-request | field 'currency' must be an ISO 4217 code
                    {"amountMinor": 1, "currency": "QQQ", "reference": "r"}                 | invalid-request | field 'currency' must be an ISO 4217 code
                    {"amountMinor": 1, "currency": "POUNDS", "reference": "r"}              | invalid-request | field 'currency' must be a text of 1 to 3
                    {"amountMinor": 1, "currency": "GBP"}                                   | invalid-request | field 'reference' is missing
                    {"amountMinor": 1, "currency": "GBP", "reference": " "}                 | invalid-request | field 'reference' must be a text of 1 to 200
                    {"amountMinor": 1, "currency": "GBP", "reference": "a\\nb"}             | invalid-request | field 'reference' must be a text of 1 to 200
                    {"amountMinor": 1, "currency": "GBP", "reference": ["r"]}               | invalid-request | field 'reference' must be a text of 1 to 200
                    {"amountMinor": 1, "currency": "GBP", "reference": "r", "cvc": "123"}   | invalid-request | unknown field 'cvc'; known are amountMinor, currency, reference
                    {"amountMinor": 1, "amountMinor": 2, "currency": "GBP", "reference": "r"} | malformed-json | this is not JSON: Duplicate
                    {"amountMinor": 1                                                       | malformed-json | this is not JSON:
                    {"amountMinor": 1} trailing                                             | malformed-json | this is not JSON:
                    not json                                                                | malformed-json | this is not JSON:
                    [1]                                                                     | malformed-json | a JSON object is needed
                    null                                                                    | malformed-json | a JSON object is needed
                    """)
    void aBodyThatIsNotUnderstoodGetsASentenceThatSaysWhy(String body, String problem, String detail) {
        Reply reply = client.send("PUT", "/authorizations/k1", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.problem()).isEqualTo(problem);
        assertThat(reply.text("detail")).startsWith(detail).doesNotContain("Exception", "com.fasterxml", "\n");
        assertThat(reply.number("status")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"amountMinor\": 0}", "{\"amountMinor\": -5}", "{\"amountMinor\": 1, \"x\": 1}"})
    void aRefundThatIsNotUnderstoodIsRefused(String body) {
        assertThat(client.send("PUT", "/authorizations/k1/refunds/r1", body).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-k", "k%20k", "k%2Fk", "k%00", "%F0%9F%92%B7", "k+k"})
    void aKeyIsPlain(String key) {
        Reply reply = client.authorize(key, 1);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("invalid-key");
    }

    @Test
    void aKeyHasAtMost200Characters() {
        assertThat(client.find("k".repeat(200)).problem()).isEqualTo("unknown-key");
        assertThat(client.find("k".repeat(201)).problem()).isEqualTo("invalid-key");
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024 + 1, 900_000})
    void aBodyHasAtMost16KiB(int size) {
        String body = "{\"reference\": \"%s\"}".formatted("x".repeat(size));

        Reply reply = client.send("PUT", "/authorizations/k1", body);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("body-too-large");
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        Reply reply = client.send("PUT", "/authorizations/k1", "{\"a\":" + "[".repeat(16_000));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/authorizations",
                "/authorizations/k1/",
                "/authorizations/k1/steal",
                "/ledger/",
                "/Health",
            })
    void anUnknownPathIsNotFound(String path) {
        Reply reply = client.send("GET", path, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("unknown-path");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /authorizations/k1, 'GET, PUT'",
        "GET, /authorizations/k1/capture, POST",
        "PUT, /authorizations/k1/void, POST",
        "POST, /authorizations/k1/refunds/r1, PUT",
        "DELETE, /ledger, GET",
        "POST, /faults, 'GET, PUT'",
        "POST, /health, GET"
    })
    void aWrongMethodIsToldWhichAreRight(String method, String path, String allow) {
        Reply reply = client.send(method, path, "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow")).hasValue(allow);
        assertThat(reply.problem()).isEqualTo("method-not-allowed");
    }

    @Test
    void askingForTheHeadersAloneGetsThemAlone() {
        Reply reply = client.send("HEAD", "/health", "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void bytesThatAreNotHttpDoNoHarm() throws IOException {
        try (Socket socket = new Socket(provider.uri().getHost(), provider.uri().getPort())) {
            socket.getOutputStream().write("\0\1\2 nonsense\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 400");
        }
        assertThat(client.send("GET", "/health", "").text("status")).isEqualTo("UP");
    }
}
