package dev.troupe.viewer.map;

import dev.troupe.events.Fact;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.kit.status.Declaration.DeclaredProjection;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import dev.troupe.viewer.map.Observed.Count;
import dev.troupe.viewer.map.SystemMap.FactNode;
import dev.troupe.viewer.map.SystemMap.ServiceNode;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the system map. */
public final class Cartographer {

    private final ServiceDatabase database;

    /** Reads what is declared and what was observed from a database. */
    public Cartographer(ServiceDatabase database) {
        this.database = database;
    }

    /** The map as it is now. */
    public SystemMap draw() throws SQLException {
        Services services = Services.look(database.reader());
        Observed observed = Observed.read(database.writer());
        Map<String, Long> letters = Waiting.countLetters(database.reader());
        return new SystemMap(
                services.all().stream().map(state -> service(state, letters)).toList(),
                facts(services, observed),
                ReactionEdges.of(services, observed));
    }

    private static ServiceNode service(ServiceState state, Map<String, Long> letters) {
        long lag = state.instances().stream()
                .flatMap(instance -> instance.segments().stream())
                .mapToLong(SegmentStatus::position)
                .map(position -> state.head() - position)
                .max()
                .orElse(0);
        return new ServiceNode(
                state.name(),
                state.isUp(),
                state.lastSeen(),
                Math.max(0, lag),
                letters.getOrDefault(state.declaration().service(), 0L),
                state.declaration().projections().stream()
                        .map(DeclaredProjection::name)
                        .toList());
    }

    private static List<FactNode> facts(Services services, Observed observed) {
        Set<String> consumed = services.all().stream()
                .flatMap(state -> state.declaration().reactions().stream())
                .map(DeclaredReaction::fact)
                .collect(Collectors.toSet());
        List<FactNode> facts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Class<?> type : FactCatalogue.troupe().types()) {
            Fact fact = type.getAnnotation(Fact.class);
            known.add(fact.name());
            facts.add(fact(
                    fact.name(),
                    FactCatalogue.ownerOf(type) + "-service",
                    fact.terminal(),
                    !fact.terminal() && !consumed.contains(fact.name()),
                    false,
                    observed.facts().get(fact.name())));
        }
        observed.facts().forEach((name, count) -> {
            if (!known.contains(name)) {
                facts.add(fact(name, count.source(), false, !consumed.contains(name), true, count));
            }
        });
        return facts;
    }

    private static FactNode fact(
            String name, String publisher, boolean terminal, boolean dead, boolean undeclared, @Nullable Count count) {
        return new FactNode(
                name,
                publisher,
                terminal,
                dead,
                undeclared,
                count == null ? 0 : count.events(),
                count == null ? 0 : count.perMinute());
    }
}
