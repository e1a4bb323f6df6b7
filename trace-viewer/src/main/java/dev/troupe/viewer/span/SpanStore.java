package dev.troupe.viewer.span;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the newest spans in memory, so many and no more; without them everything but timing is still known. */
@Component
public class SpanStore {

    private static final int MOST_SPANS = 20_000;
    private static final int MOST_OF_A_TRACE = 500;

    private final Map<String, List<FlowSpan>> byTrace = new LinkedHashMap<>();
    private final Map<String, Set<String>> tracesOfFlow = new LinkedHashMap<>();
    private int kept;

    /** Keeps these, and lets go of the oldest traces if there are too many. */
    synchronized void add(Collection<FlowSpan> spans) {
        for (FlowSpan span : spans) {
            List<FlowSpan> trace = byTrace.computeIfAbsent(span.traceId(), id -> new ArrayList<>());
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
        forget();
    }

    /** The spans of a flow in the order in which they began: of the traces that its events name, and of those that name it. */
    public synchronized List<FlowSpan> of(String flowId, Collection<String> traceIds) {
        Set<String> traces = new LinkedHashSet<>(traceIds);
        traces.addAll(tracesOfFlow.getOrDefault(flowId, Set.of()));
        return traces.stream()
                .flatMap(trace -> byTrace.getOrDefault(trace, List.of()).stream())
                .sorted(Comparator.comparing(FlowSpan::began))
                .limit(MOST_OF_A_TRACE)
                .toList();
    }

    private void forget() {
        var oldest = byTrace.values().iterator();
        while (kept > MOST_SPANS && oldest.hasNext()) {
            kept -= oldest.next().size();
            oldest.remove();
        }
        var flows = tracesOfFlow.keySet().iterator();
        for (int tooMany = tracesOfFlow.size() - MOST_SPANS; tooMany > 0; tooMany--) {
            flows.next();
            flows.remove();
        }
    }
}
