package dev.troupe.kit.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sends spans to Zipkin in its own format: OpenTelemetry no longer has an exporter for it, and Zipkin takes no OTLP. */
final class ZipkinExporter implements SpanExporter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<SpanKind> KINDS =
            Set.of(SpanKind.CLIENT, SpanKind.SERVER, SpanKind.PRODUCER, SpanKind.CONSUMER);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI endpoint;
    private final String service;

    ZipkinExporter(URI endpoint, String service) {
        this.endpoint = endpoint;
        this.service = service;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        http.sendAsync(request(spans), BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure != null) {
                result.failExceptionally(failure);
            } else if (answer.statusCode() / 100 == 2) {
                result.succeed();
            } else {
                result.failExceptionally(new IOException("HTTP " + answer.statusCode()));
            }
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        http.shutdownNow();
        return CompletableResultCode.ofSuccess();
    }

    private HttpRequest request(Collection<SpanData> spans) {
        try {
            String body = FactMapper.get()
                    .writeValueAsString(spans.stream().map(this::zipkin).toList());
            return HttpRequest.newBuilder(endpoint)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Spans cannot be written as JSON", e);
        }
    }

    private Map<String, Object> zipkin(SpanData span) {
        Map<String, Object> zipkin = new LinkedHashMap<>();
        zipkin.put("traceId", span.getTraceId());
        zipkin.put("id", span.getSpanId());
        if (span.getParentSpanContext().isValid()) {
            zipkin.put("parentId", span.getParentSpanId());
        }
        zipkin.put("name", span.getName());
        if (KINDS.contains(span.getKind())) {
            zipkin.put("kind", span.getKind().name());
        }
        zipkin.put("timestamp", span.getStartEpochNanos() / 1_000);
        zipkin.put("duration", Math.max(1, (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1_000));
        zipkin.put("localEndpoint", Map.of("serviceName", service));
        Map<String, String> tags = new TreeMap<>();
        span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), String.valueOf(value)));
        zipkin.put("tags", tags);
        return zipkin;
    }
}
