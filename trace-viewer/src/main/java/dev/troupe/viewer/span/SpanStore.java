package dev.troupe.viewer.span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the newest spans in memory, so many and no more; without them everything but timing is still known. */
@Component
public class SpanStore {

    private static final int MOST_OF_A_TRACE = 500;

    private final Map<String, Trace> byTrace = new LinkedHashMap<>();
    private final Map<String, Set<String>> tracesOfFlow = new LinkedHashMap<>();
    private final int mostSpans;
    private final Duration keepFor;
    private int kept;

    SpanStore(
            @Value("${troupe.viewer.keep-spans}") int mostSpans,
            @Value("${troupe.viewer.keep-spans-for}") Duration keepFor) {
        this.mostSpans = mostSpans;
        this.keepFor = keepFor;
    }

    /** Keeps these, and lets go of the oldest traces if there are too many or they are too old. */
    synchronized void add(Collection<FlowSpan> spans) {
        Instant now = Instant.now();
        for (FlowSpan span : spans) {
            List<FlowSpan> trace = byTrace.computeIfAbsent(span.traceId(), id -> new Trace(now, new ArrayList<>()))
                    .spans();
            if (trace.size() >= MOST_OF_A_TRACE) {
                continue;
            }
            trace.add(span);
            kept++;
            if (span.flowId() != null) {
                tracesOfFlow
                        .computeIfAbsent(span.flowId(), id -> new LinkedHashSet<>())
                        .add(span.traceId());
            }
        }
        forget(now.minus(keepFor));
    }

    /** The spans of a flow in the order in which they began: of the traces that its events name, and of those that name it. */
    public synchronized List<FlowSpan> of(String flowId, Collection<String> traceIds) {
        Set<String> traces = new LinkedHashSet<>(traceIds);
        traces.addAll(tracesOfFlow.getOrDefault(flowId, Set.of()));
        return traces.stream()
                .map(byTrace::get)
                .filter(Objects::nonNull)
                .flatMap(trace -> trace.spans().stream())
                .sorted(Comparator.comparing(FlowSpan::began))
                .limit(MOST_OF_A_TRACE)
                .toList();
    }

    private void forget(Instant since) {
        var oldest = byTrace.values().iterator();
        while (oldest.hasNext()) {
            Trace trace = oldest.next();
            if (kept <= mostSpans && !trace.firstCameAt().isBefore(since)) {
                break;
            }
            kept -= trace.spans().size();
            oldest.remove();
        }
        var flows = tracesOfFlow.keySet().iterator();
        for (int tooMany = tracesOfFlow.size() - mostSpans; tooMany > 0; tooMany--) {
            flows.next();
            flows.remove();
        }
    }

    /** The spans of a trace that came so far, and when the first of them did. */
    private record Trace(Instant firstCameAt, List<FlowSpan> spans) {}
}
