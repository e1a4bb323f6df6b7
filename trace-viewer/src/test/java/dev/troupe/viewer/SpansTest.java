package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import dev.troupe.viewer.span.OtlpEndpoint;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpansTest {

    private final RunningViewer viewer = RunningViewer.shared();
    private final String orderId = RunningViewer.newOrderId();
    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    @Test
    void aSpanInProtobufThatNamesAFlowIsShownWithIt() throws Exception {
        Span span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(traceId)))
                .setSpanId(ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, 7}))
                .setName("reserve")
                .setStartTimeUnixNano(1_000_000_000L)
                .setEndTimeUnixNano(1_002_000_000L)
                .addAttributes(KeyValue.newBuilder()
                        .setKey("troupe.flow")
                        .setValue(AnyValue.newBuilder().setStringValue(orderId)))
                .build();
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();

        assertThat(send("application/x-protobuf", body)).isEqualTo(200);

        JsonNode shown = spans().path(0);
        assertThat(shown.path("name").asText()).isEqualTo("reserve");
        assertThat(shown.path("micros").asLong()).isEqualTo(2_000);
        assertThat(shown.path("spanId").asText()).isEqualTo("0000000000000007");
    }

    @Test
    void aSpanInJsonIsShownToo() throws Exception {
        String body = """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"payment-service"}}]},
                 "scopeSpans":[{"spans":[{"traceId":"%s","spanId":"0000000000000008","name":"charge",
                  "startTimeUnixNano":"1000000000","endTimeUnixNano":"1003000000","status":{"code":2},
                  "attributes":[{"key":"troupe.flow","value":{"stringValue":"%s"}}]}]}]}]}""".formatted(traceId, orderId);

        assertThat(send("application/json", body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);

        assertThat(spans().path(0).path("service").asText()).isEqualTo("payment-service");
        assertThat(spans().path(0).path("failed").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoSpanIsRefused() throws Exception {
        assertThat(send("application/json", "{".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(send("application/x-protobuf", new byte[] {-1, -1})).isEqualTo(400);
    }

    private JsonNode spans() {
        viewer.placeOrder(orderId, "c-1", "MUG");
        await().until(() -> viewer.get("/api/flows/" + orderId).statusCode() == 200);
        return viewer.json("/api/flows/" + orderId).path("spans");
    }

    private int send(String type, byte[] body) throws IOException, InterruptedException {
        URI address =
                URI.create("http://127.0.0.1:" + viewer.bean(OtlpEndpoint.class).port() + "/v1/traces");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
