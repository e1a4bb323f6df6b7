package dev.troupe.kit.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Sends spans nowhere. Without any processor OpenTelemetry would give them no ids, and events and problems would name no trace. */
final class UnsentSpans implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // nobody watches
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nobody watches
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
