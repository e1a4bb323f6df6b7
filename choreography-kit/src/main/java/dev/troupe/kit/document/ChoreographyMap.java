package dev.troupe.kit.document;

import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredFact;
import dev.troupe.kit.status.Declaration.DeclaredProjection;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole choreography, fact by fact: who publishes it, who reacts to it, and what comes of that.
 *
 * @param facts in the order in which their owners declare them
 */
public record ChoreographyMap(List<FactNode> facts) {

    /** Puts together what services declare. */
    public static ChoreographyMap of(Collection<Declaration> declarations) {
        return new ChoreographyMap(declarations.stream()
                .flatMap(owner -> owner.facts().stream().map(fact -> node(owner.service(), fact, declarations)))
                .toList());
    }

    private static FactNode node(String owner, DeclaredFact fact, Collection<Declaration> declarations) {
        return new FactNode(
                fact.name(),
                fact.revision(),
                owner,
                fact.terminal(),
                declarations.stream()
                        .flatMap(service -> publishers(service, fact.name()))
                        .toList(),
                declarations.stream()
                        .flatMap(service -> answers(service, fact.name()))
                        .toList(),
                declarations.stream()
                        .flatMap(service -> service.projections().stream())
                        .filter(projection -> projection.facts().contains(fact.name()))
                        .map(DeclaredProjection::name)
                        .toList());
    }

    private static Stream<Publisher> publishers(Declaration service, String fact) {
        return service.aggregates().stream().flatMap(aggregate -> aggregate.commands().entrySet().stream()
                .filter(command -> command.getValue().contains(fact))
                .map(command -> new Publisher(service.service(), aggregate.name(), command.getKey())));
    }

    private static Stream<Answer> answers(Declaration service, String fact) {
        return service.reactions().stream()
                .filter(reaction -> reaction.fact().equals(fact))
                .map(reaction -> answer(service, reaction));
    }

    private static Answer answer(Declaration service, DeclaredReaction reaction) {
        TreeSet<String> leadsTo = new TreeSet<>();
        service.aggregates().forEach(aggregate -> aggregate.commands().forEach((command, facts) -> {
            if (reaction.commands().contains(command)) {
                leadsTo.addAll(facts);
            }
        }));
        return new Answer(
                service.service(),
                reaction.name(),
                reaction.commands(),
                List.copyOf(leadsTo),
                reaction.expects(),
                reaction.withinMillis(),
                reaction.loopEnds());
    }

    /**
     * A fact.
     *
     * @param owner the service that alone may publish it
     * @param terminal whether nothing needs to react to it
     * @param projections the views that show it
     */
    public record FactNode(
            String name,
            int revision,
            String owner,
            boolean terminal,
            List<Publisher> publishers,
            List<Answer> reactions,
            List<String> projections) {}

    /** The command of which a fact may come, and the aggregate that handles it. */
    public record Publisher(String service, String aggregate, String command) {}

    /**
     * A reaction to a fact.
     *
     * @param commands what it may ask of its own service
     * @param leadsTo the facts that may come of those commands
     * @param expects the facts any of which must happen; empty if none has to
     * @param withinMillis the longest that may take
     * @param loopEnds why a loop that leads through it ends; absent if it must not be part of one
     */
    public record Answer(
            String service,
            String reaction,
            List<String> commands,
            List<String> leadsTo,
            List<String> expects,
            long withinMillis,
            @Nullable String loopEnds) {}
}
