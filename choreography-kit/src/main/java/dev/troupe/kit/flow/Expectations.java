package dev.troupe.kit.flow;

import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all services together declare must follow each fact. */
public final class Expectations {

    private final Map<String, List<Declared>> byFact = new HashMap<>();

    /** The expectations that the services declare. */
    public Expectations(Collection<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            for (DeclaredReaction reaction : declaration.reactions()) {
                if (!reaction.expects().isEmpty()) {
                    byFact.computeIfAbsent(reaction.fact(), fact -> new ArrayList<>())
                            .add(new Declared(declaration.service(), reaction));
                }
            }
        }
    }

    /** What is owed once this fact has happened. */
    List<Owed> raisedBy(FlowEvent event) {
        return byFact.getOrDefault(event.type(), List.of()).stream()
                .map(declared -> new Owed(
                        declared.service(),
                        declared.reaction().name(),
                        event.type(),
                        event.position(),
                        declared.reaction().expects(),
                        event.recordedAt().plusMillis(declared.reaction().withinMillis())))
                .toList();
    }

    private record Declared(String service, DeclaredReaction reaction) {}
}
