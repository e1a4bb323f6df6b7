package dev.troupe.viewer.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.viewer.span.FlowSpan.Kind;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads spans as OTLP writes them, in protobuf and in JSON. */
final class OtlpSpans {

    private static final String SERVICE = "service.name";
    private static final String FLOW = "troupe.flow";

    private OtlpSpans() {}

    /**
     * The spans of a request in protobuf.
     *
     * @throws IOException if it is none
     */
    static List<FlowSpan> protobuf(byte[] body) throws IOException {
        List<FlowSpan> spans = new ArrayList<>();
        for (ResourceSpans resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
            String service = valueOf(resource.getResource().getAttributesList(), SERVICE);
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(of(service, span))));
        }
        return spans;
    }

    /**
     * The spans of a request in JSON.
     *
     * @throws IOException if it is none
     */
    static List<FlowSpan> json(byte[] body) throws IOException {
        List<FlowSpan> spans = new ArrayList<>();
        for (JsonNode resource : FactMapper.get().readTree(body).path("resourceSpans")) {
            String service = valueOf(resource.path("resource").path("attributes"), SERVICE);
            resource.path("scopeSpans")
                    .forEach(scope -> scope.path("spans").forEach(span -> spans.add(of(service, span))));
        }
        return spans;
    }

    private static FlowSpan of(@Nullable String service, Span span) {
        return span(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                service,
                span.getName(),
                span.getKindValue(),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                valueOf(span.getAttributesList(), FLOW));
    }

    private static FlowSpan of(@Nullable String service, JsonNode span) {
        return span(
                span.path("traceId").asText(),
                span.path("spanId").asText(),
                span.path("parentSpanId").asText(),
                service,
                span.path("name").asText(),
                span.path("kind").asInt(),
                span.path("startTimeUnixNano").asLong(),
                span.path("endTimeUnixNano").asLong(),
                span.path("status").path("code").asInt() == Status.StatusCode.STATUS_CODE_ERROR_VALUE,
                valueOf(span.path("attributes"), FLOW));
    }

    private static FlowSpan span(
            String traceId,
            String spanId,
            String parentId,
            @Nullable String service,
            String name,
            int kind,
            long fromNanos,
            long toNanos,
            boolean failed,
            @Nullable String flowId) {
        return new FlowSpan(
                traceId,
                spanId,
                parentId.isEmpty() ? null : parentId,
                service == null ? "unknown" : service,
                name,
                Kind.of(kind),
                Instant.ofEpochSecond(0, fromNanos),
                Math.max(0, (toNanos - fromNanos) / 1_000),
                failed,
                flowId);
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static @Nullable String valueOf(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String valueOf(JsonNode attributes, String key) {
        for (JsonNode attribute : attributes) {
            if (attribute.path("key").asText().equals(key)) {
                return attribute.path("value").path("stringValue").asText();
            }
        }
        return null;
    }
}
