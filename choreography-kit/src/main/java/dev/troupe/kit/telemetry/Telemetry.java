package dev.troupe.kit.telemetry;

import dev.troupe.kit.TroupeSettings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of a service: one trace follows a flow from the first request through every hop. */
public final class Telemetry implements AutoCloseable {

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    private Telemetry(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk.getTracer("dev.troupe");
    }

    /** Begins to trace; spans go to the endpoint of the settings, or nowhere if there is none. */
    public static Telemetry create(TroupeSettings settings) {
        Resource resource = Resource.getDefault()
                .merge(Resource.create(Attributes.builder()
                        .put("service.name", settings.service())
                        .put("service.version", settings.version())
                        .put("service.instance.id", settings.instance())
                        .build()));
        SdkTracerProviderBuilder provider = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.samplingRatio())));
        String endpoint = settings.otlpEndpoint();
        if (endpoint != null && !endpoint.isBlank()) {
            provider.addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                            .setEndpoint(tracesAt(endpoint))
                            .setTimeout(Duration.ofSeconds(2))
                            .setConnectTimeout(Duration.ofSeconds(1))
                            .setRetryPolicy(null)
                            .build())
                    .setScheduleDelay(Duration.ofMillis(500))
                    .build());
        } else {
            provider.addSpanProcessor(new UnsentSpans());
        }
        return new Telemetry(OpenTelemetrySdk.builder()
                .setTracerProvider(provider.build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build());
    }

    /** A collector's address alone means its usual path. */
    private static String tracesAt(String endpoint) {
        return endpoint.matches("https?://[^/]+/?") ? endpoint.replaceAll("/$", "") + "/v1/traces" : endpoint;
    }

    /** The OpenTelemetry of this service. */
    public OpenTelemetry openTelemetry() {
        return sdk;
    }

    /**
     * Begins a span that continues the given trace, or a new trace if none is given.
     *
     * @param traceparent W3C trace context of the span that caused this one
     */
    public Span start(String name, SpanKind kind, @Nullable String traceparent) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
        if (traceparent != null) {
            builder.setParent(contextOf(traceparent));
        }
        return builder.startSpan();
    }

    /** Begins a span inside the current one. */
    public Span start(String name) {
        return tracer.spanBuilder(name).startSpan();
    }

    /** W3C trace context of the current span; none if there is no span. */
    public static @Nullable String currentTraceparent() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    @Override
    public void close() {
        sdk.close();
    }

    private static Context contextOf(String traceparent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, Traceparent.GETTER);
    }

    private enum Traceparent implements TextMapGetter<String> {
        GETTER;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals("traceparent") ? carrier : null;
        }
    }
}
