package dev.troupe.kit.processor;

import dev.troupe.events.FactMetadata;
import dev.troupe.kit.command.LocalCommands;
import dev.troupe.kit.job.JobQueue;
import dev.troupe.kit.job.JobQueue.Entry;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.kit.reaction.Then.Step;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.telemetry.LogContext;
import dev.troupe.kit.telemetry.Telemetry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Lets the reactions of a service translate facts, and carries out what they lead to. */
public final class ReactionHandler implements BatchHandler {

    private final String name;
    private final int segments;
    private final Map<Class<?>, List<Reaction<Object>>> byFact = new HashMap<>();
    private final LocalCommands commands;
    private final JobQueue jobs;
    private final EventSource source;
    private final Telemetry telemetry;

    /** Makes the handler of a service's reactions. */
    @SuppressWarnings("unchecked")
    public ReactionHandler(
            String name,
            int segments,
            List<Reaction<?>> reactions,
            LocalCommands commands,
            JobQueue jobs,
            EventSource source,
            Telemetry telemetry) {
        this.name = name;
        this.segments = segments;
        this.commands = commands;
        this.jobs = jobs;
        this.source = source;
        this.telemetry = telemetry;
        reactions.forEach(reaction -> byFact.computeIfAbsent(reaction.fact(), fact -> new ArrayList<>())
                .add((Reaction<Object>) reaction));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int segments() {
        return segments;
    }

    @Override
    public boolean handles(TrackedEventMessage<?> event) {
        return byFact.containsKey(event.getPayloadType());
    }

    @Override
    public String sequenceOf(TrackedEventMessage<?> event) {
        return Flows.of(event);
    }

    @Override
    public void handle(List<TrackedEventMessage<?>> events) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (TrackedEventMessage<?> event : events) {
            try {
                for (Reaction<Object> reaction : byFact.getOrDefault(event.getPayloadType(), List.of())) {
                    react(reaction, event, entries);
                }
            } catch (RuntimeException e) {
                throw new EventFailedException(event, e);
            }
        }
        jobs.add(entries);
    }

    private void react(Reaction<Object> reaction, TrackedEventMessage<?> event, List<Entry> entries) {
        String traceparent = (String) event.getMetaData().get(FactMetadata.TRACEPARENT);
        Span span = telemetry.start(reaction.name(), SpanKind.CONSUMER, traceparent);
        try (Scope scope = span.makeCurrent();
                LogContext logged = LogContext.of(Flows.of(event))) {
            FactContext context = new FactContext(
                    event.getIdentifier(),
                    Flows.of(event),
                    source.positionOf(event).value(),
                    source.recordedAt(event));
            span.setAttribute("troupe.flow", context.flowId());
            carryOut(reaction.on(event.getPayload(), context), context, entries);
            latency(reaction).record(Duration.between(context.recordedAt(), Instant.now()));
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, Failures.describe(e));
            throw e;
        } finally {
            span.end();
        }
    }

    private Timer latency(Reaction<?> reaction) {
        return Timer.builder("troupe.reaction.latency")
                .description("From the recording of a fact until the reaction to it was carried out")
                .tag("reaction", reaction.name())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(telemetry.meters());
    }

    private void carryOut(Then then, FactContext context, List<Entry> entries) {
        for (Step step : then.steps()) {
            switch (step) {
                case Step.Send send -> commands.sendCausedBy(send.command(), context.flowId(), context.eventId());
                case Step.Enqueue enqueue ->
                    entries.add(entry(jobs.nameOf(enqueue.job()), enqueue.key(), enqueue.data(), context, null));
                case Step.Remind remind ->
                    entries.add(entry(
                            jobs.nameOf(remind.deadline()),
                            remind.key(),
                            remind.data(),
                            context,
                            context.recordedAt().plus(remind.after())));
            }
        }
    }

    private Entry entry(String task, String key, Object data, FactContext context, @Nullable Instant due) {
        return new Entry(
                task,
                key,
                due == null ? Instant.now() : due,
                jobs.priorityOf(task, data),
                JobQueue.envelope(
                        context.flowId(),
                        context.eventId(),
                        Telemetry.currentTraceparent(),
                        context.recordedAt(),
                        data));
    }
}
