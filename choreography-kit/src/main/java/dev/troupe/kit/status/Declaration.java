package dev.troupe.kit.status;

import dev.troupe.events.Fact;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.code.Contribution;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.MayLoop;
import dev.troupe.kit.reaction.Reaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service declares of its part in the choreography, read from its code. Lists that an older service did not write yet are empty.
 *
 * @param service the service
 * @param processor the processor that runs its reactions
 * @param facts the facts that it alone may publish
 * @param aggregates what decides in it
 * @param reactions what it reacts to
 * @param projections what it shows
 * @param timeLimits how long it waits for what
 */
public record Declaration(
        String service,
        String processor,
        List<DeclaredFact> facts,
        List<DeclaredAggregate> aggregates,
        List<DeclaredReaction> reactions,
        List<DeclaredProjection> projections,
        List<DeclaredLimit> timeLimits) {

    public Declaration {
        facts = orEmpty(facts);
        aggregates = orEmpty(aggregates);
        timeLimits = orEmpty(timeLimits);
    }

    /** A declaration that says nothing of facts and aggregates. */
    public Declaration(
            String service,
            String processor,
            List<DeclaredReaction> reactions,
            List<DeclaredProjection> projections,
            List<DeclaredLimit> timeLimits) {
        this(service, processor, List.of(), List.of(), reactions, projections, timeLimits);
    }

    /** What a choreography declares. */
    public static Declaration of(Choreography choreography) {
        FactCatalogue catalogue = choreography.catalogue();
        Contribution contribution = new Contribution(choreography, catalogue);
        return new Declaration(
                choreography.service(),
                choreography.service() + "-reactions",
                catalogue.ownedBy(choreography.service()).stream()
                        .map(DeclaredFact::of)
                        .toList(),
                choreography.aggregates().stream()
                        .map(aggregate -> DeclaredAggregate.of(aggregate, contribution))
                        .toList(),
                choreography.reactions().stream()
                        .map(reaction -> DeclaredReaction.of(reaction, contribution))
                        .toList(),
                choreography.projections().stream()
                        .map(projection -> DeclaredProjection.of(projection, contribution))
                        .toList(),
                choreography.timeLimits().stream().map(DeclaredLimit::of).toList());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    /**
     * A fact.
     *
     * @param terminal whether nothing needs to react to it
     */
    public record DeclaredFact(String name, int revision, boolean terminal) {

        static DeclaredFact of(Class<?> type) {
            Fact fact = type.getAnnotation(Fact.class);
            return new DeclaredFact(fact.name(), fact.revision(), fact.terminal());
        }
    }

    /**
     * An aggregate.
     *
     * @param commands the commands it handles, each with the names of the facts that may come of it
     * @param reads the fields it reads, by fact
     */
    public record DeclaredAggregate(String name, Map<String, List<String>> commands, Map<String, List<String>> reads) {

        static DeclaredAggregate of(AggregateType aggregate, Contribution contribution) {
            return new DeclaredAggregate(
                    aggregate.type().getSimpleName(),
                    contribution.commandsOf(aggregate),
                    contribution.readBy(aggregate));
        }
    }

    /**
     * A reaction and what must follow from it.
     *
     * @param fact the name of the fact that is reacted to
     * @param commands the commands of its service that it may lead to
     * @param expects names of the facts any of which fulfils the expectation; empty if nothing has to follow
     * @param withinMillis the longest that may take
     * @param reads the fields it reads, by fact
     * @param loopEnds why a loop that leads through it ends; absent if it must not be part of one
     */
    public record DeclaredReaction(
            String name,
            String fact,
            List<String> commands,
            List<String> expects,
            long withinMillis,
            Map<String, List<String>> reads,
            @Nullable String loopEnds) {

        public DeclaredReaction {
            commands = orEmpty(commands);
            reads = orEmpty(reads);
        }

        /** A reaction of which only the expectation is known. */
        public DeclaredReaction(String name, String fact, List<String> expects, long withinMillis) {
            this(name, fact, List.of(), expects, withinMillis, Map.of(), null);
        }

        static DeclaredReaction of(Reaction<?> reaction, Contribution contribution) {
            Expectation expectation = reaction.expects();
            MayLoop loop = reaction.getClass().getAnnotation(MayLoop.class);
            return new DeclaredReaction(
                    reaction.name(),
                    FactCatalogue.nameOf(reaction.fact()),
                    contribution.commandsOf(reaction),
                    expectation.anyOf(),
                    expectation.within().toMillis(),
                    contribution.readBy(reaction),
                    loop == null ? null : loop.endsBecause());
        }
    }

    /**
     * A projection and the facts it folds.
     *
     * @param reads the fields it reads, by fact
     */
    public record DeclaredProjection(String name, List<String> facts, Map<String, List<String>> reads) {

        public DeclaredProjection {
            reads = orEmpty(reads);
        }

        static DeclaredProjection of(Projection<?> projection, Contribution contribution) {
            return new DeclaredProjection(
                    projection.name(),
                    projection.folds().keySet().stream()
                            .map(FactCatalogue::nameOf)
                            .sorted()
                            .toList(),
                    contribution.readBy(projection));
        }
    }

    /** How long the service waits for something, by the setting that says so. */
    public record DeclaredLimit(String setting, long millis) {

        static DeclaredLimit of(TimeLimit limit) {
            return new DeclaredLimit(limit.setting(), limit.limit().toMillis());
        }
    }
}
