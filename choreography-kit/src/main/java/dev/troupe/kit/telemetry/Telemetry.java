package dev.troupe.kit.telemetry;

import dev.troupe.kit.TroupeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
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
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans and meters of a service: one trace follows a flow from the first request through every hop. */
public final class Telemetry implements AutoCloseable {

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final MeterRegistry meters;

    private Telemetry(OpenTelemetrySdk sdk, MeterRegistry meters) {
        this.sdk = sdk;
        this.meters = meters;
        this.tracer = sdk.getTracer("dev.troupe");
    }

    /** Begins to trace, and counts for nobody. */
    public static Telemetry create(TroupeSettings settings) {
        return create(settings, new CompositeMeterRegistry());
    }

    /**
     * Begins to trace; spans go to the endpoint of the settings, or nowhere if there is none.
     *
     * @param meters takes what the service tells of itself in numbers
     */
    public static Telemetry create(TroupeSettings settings, MeterRegistry meters) {
        Resource resource = Resource.getDefault()
                .merge(Resource.create(Attributes.builder()
                        .put("service.name", settings.service())
                        .put("service.version", settings.version())
                        .put("service.instance.id", settings.instance())
                        .build()));
        SdkTracerProviderBuilder provider = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.samplingRatio())));
        List<SpanProcessor> processors = processors(settings);
        processors.forEach(provider::addSpanProcessor);
        if (processors.isEmpty()) {
            provider.addSpanProcessor(new UnsentSpans());
        }
        return new Telemetry(
                OpenTelemetrySdk.builder()
                        .setTracerProvider(provider.build())
                        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                        .build(),
                meters);
    }

    private static List<SpanProcessor> processors(TroupeSettings settings) {
        List<SpanProcessor> processors = new ArrayList<>();
        String otlp = settings.otlpEndpoint();
        if (otlp != null && !otlp.isBlank()) {
            processors.add(inBatches(
                    OtlpHttpSpanExporter.builder()
                            .setEndpoint(tracesAt(otlp))
                            .setTimeout(Duration.ofSeconds(2))
                            .setConnectTimeout(Duration.ofSeconds(1))
                            .setRetryPolicy(null)
                            .build(),
                    tracesAt(otlp)));
        }
        String zipkin = settings.zipkinEndpoint();
        if (zipkin != null && !zipkin.isBlank()) {
            processors.add(inBatches(new ZipkinExporter(URI.create(zipkin), settings.service()), zipkin));
        }
        return processors;
    }

    private static SpanProcessor inBatches(SpanExporter exporter, String endpoint) {
        return BatchSpanProcessor.builder(new AnnouncingExporter(exporter, endpoint))
                .setScheduleDelay(Duration.ofMillis(500))
                .build();
    }

    /** A collector's address alone means its usual path. */
    private static String tracesAt(String endpoint) {
        return endpoint.matches("https?://[^/]+/?") ? endpoint.replaceAll("/$", "") + "/v1/traces" : endpoint;
    }

    /** Takes what the service tells of itself in numbers. */
    public MeterRegistry meters() {
        return meters;
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
