package dev.troupe.kit.document;

import dev.troupe.kit.document.ChoreographyMap.FactNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the choreography: facts grouped by their owners, and arrows for what the reactions make of them. */
public final class MermaidPicture {

    private MermaidPicture() {}

    /** A Mermaid flowchart. */
    public static String of(ChoreographyMap map) {
        StringBuilder picture = new StringBuilder("flowchart LR\n");
        byOwner(map).forEach((owner, facts) -> {
            picture.append("  subgraph ").append(owner).append('\n');
            facts.forEach(fact -> picture.append("    %s%s\n".formatted(id(fact.name()), shape(fact))));
            picture.append("  end\n");
        });
        map.facts().forEach(fact -> effects(fact)
                .forEach((effect, services) -> picture.append(
                        "  %s -->|%s| %s\n".formatted(id(fact.name()), String.join(", ", services), id(effect)))));
        return picture.toString();
    }

    private static Map<String, List<FactNode>> byOwner(ChoreographyMap map) {
        return map.facts().stream()
                .collect(Collectors.groupingBy(FactNode::owner, LinkedHashMap::new, Collectors.toList()));
    }

    /** What comes of a fact, and through which services. */
    private static Map<String, List<String>> effects(FactNode fact) {
        Map<String, List<String>> effects = new LinkedHashMap<>();
        fact.reactions().forEach(answer -> answer.leadsTo()
                .forEach(effect -> effects.merge(
                        effect,
                        List.of(answer.service()),
                        (some, more) -> some.contains(answer.service())
                                ? some
                                : java.util.stream.Stream.concat(some.stream(), more.stream())
                                        .toList())));
        return effects;
    }

    private static String shape(FactNode fact) {
        return (fact.terminal() ? "([%s])" : "[%s]").formatted(fact.name());
    }

    private static String id(String fact) {
        return fact.replaceAll("[^a-z]", "_");
    }
}
