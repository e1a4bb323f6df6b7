package dev.troupe.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZipkinExporterTest {

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer zipkin;

    @BeforeEach
    void start() throws IOException {
        zipkin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zipkin.createContext("/api/v2/spans", exchange -> {
            try (exchange) {
                new ObjectMapper()
                        .readTree(exchange.getRequestBody().readAllBytes())
                        .forEach(received::add);
                exchange.sendResponseHeaders(202, -1);
            }
        });
        zipkin.start();
    }

    @AfterEach
    void stop() {
        zipkin.stop(0);
    }

    @Test
    void aSpanArrivesWithItsParentItsTimeAndWhatItSays() {
        URI endpoint = URI.create("http://127.0.0.1:" + zipkin.getAddress().getPort() + "/api/v2/spans");
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new ZipkinExporter(endpoint, "order-service")))
                .build();
        try {
            Tracer tracer = provider.get("test");
            Span parent = tracer.spanBuilder("POST /orders")
                    .setSpanKind(SpanKind.SERVER)
                    .startSpan();
            Span child = tracer.spanBuilder("PlaceOrder")
                    .setParent(Context.root().with(parent))
                    .setAttribute("troupe.flow", "o-1")
                    .startSpan();
            child.end();
            parent.end();
            assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        } finally {
            provider.close();
        }
        JsonNode child = named("PlaceOrder");
        JsonNode parent = named("POST /orders");
        assertThat(child.path("traceId")).isEqualTo(parent.path("traceId"));
        assertThat(child.path("parentId")).isEqualTo(parent.path("id"));
        assertThat(child.at("/tags/troupe.flow").asText()).isEqualTo("o-1");
        assertThat(child.has("kind")).isFalse();
        assertThat(parent.path("kind").asText()).isEqualTo("SERVER");
        assertThat(parent.path("duration").asLong()).isPositive();
        assertThat(parent.at("/localEndpoint/serviceName").asText()).isEqualTo("order-service");
    }

    private JsonNode named(String name) {
        return received.stream()
                .filter(span -> span.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
