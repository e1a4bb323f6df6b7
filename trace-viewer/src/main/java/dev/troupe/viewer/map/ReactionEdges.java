package dev.troupe.viewer.map;

import dev.troupe.kit.status.Declaration.DeclaredReaction;
import dev.troupe.viewer.map.Observed.Step;
import dev.troupe.viewer.map.SystemMap.ReactionEdge;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays what was observed over the reactions that are declared, and finds those that were never declared. */
final class ReactionEdges {

    private final Observed observed;
    private final Set<String> declared = new HashSet<>();
    private final List<ReactionEdge> edges = new ArrayList<>();

    private ReactionEdges(Observed observed) {
        this.observed = observed;
    }

    static List<ReactionEdge> of(Services services, Observed observed) {
        ReactionEdges reactions = new ReactionEdges(observed);
        for (ServiceState state : services.all()) {
            state.declaration().reactions().forEach(reaction -> reactions.addDeclared(state.name(), reaction));
        }
        observed.steps().forEach(reactions::addIfUndeclared);
        return reactions.edges;
    }

    private void addDeclared(String service, DeclaredReaction reaction) {
        declared.add(key(reaction.fact(), service));
        edges.add(edge(service, reaction.name(), reaction.fact(), reaction.expects(), reaction.withinMillis()));
    }

    private void addIfUndeclared(Step step) {
        if (declared.add(key(step.cause(), step.source()))) {
            edges.add(edge(step.source(), null, step.cause(), List.of(), 0));
        }
    }

    private ReactionEdge edge(
            String service, @Nullable String reaction, String fact, List<String> expects, long withinMillis) {
        List<Step> steps = observed.from(fact, service);
        long events = steps.stream().mapToLong(Step::events).sum();
        long total = steps.stream().mapToLong(Step::totalMillis).sum();
        return new ReactionEdge(
                service,
                reaction,
                fact,
                expects,
                withinMillis,
                steps.stream().map(Step::effect).toList(),
                reaction == null,
                steps.isEmpty() && neverFired(fact, expects),
                events,
                steps.stream().mapToDouble(Step::perMinute).sum(),
                events == 0 ? 0 : total / events,
                steps.stream().mapToLong(Step::maxMillis).max().orElse(0));
    }

    /** Whether the fact was recorded, but none of what must follow ever was, not even because of something else. */
    private boolean neverFired(String fact, List<String> expects) {
        return observed.facts().containsKey(fact)
                && !expects.isEmpty()
                && expects.stream().noneMatch(observed.facts()::containsKey);
    }

    private static String key(String fact, String service) {
        return fact + " " + service;
    }
}
