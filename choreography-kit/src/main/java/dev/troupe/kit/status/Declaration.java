package dev.troupe.kit.status;

import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.Reaction;
import java.util.List;

/**
 * What a service declares of its part in the choreography, read from its code.
 *
 * @param service the service
 * @param processor the processor that runs its reactions
 * @param reactions what it reacts to
 * @param projections what it shows
 * @param timeLimits how long it waits for what
 */
public record Declaration(
        String service,
        String processor,
        List<DeclaredReaction> reactions,
        List<DeclaredProjection> projections,
        List<DeclaredLimit> timeLimits) {

    @SuppressWarnings("NullAway") // what an older version has declared names no limits
    public Declaration {
        timeLimits = timeLimits == null ? List.of() : List.copyOf(timeLimits);
    }

    /** What a choreography declares. */
    public static Declaration of(Choreography choreography) {
        return new Declaration(
                choreography.service(),
                choreography.service() + "-reactions",
                choreography.reactions().stream().map(DeclaredReaction::of).toList(),
                choreography.projections().stream().map(DeclaredProjection::of).toList(),
                choreography.timeLimits().stream().map(DeclaredLimit::of).toList());
    }

    /**
     * A reaction and what must follow from it.
     *
     * @param fact the name of the fact that is reacted to
     * @param expects names of the facts any of which fulfils the expectation; empty if nothing has to follow
     * @param withinMillis the longest that may take
     */
    public record DeclaredReaction(String name, String fact, List<String> expects, long withinMillis) {

        static DeclaredReaction of(Reaction<?> reaction) {
            Expectation expectation = reaction.expects();
            return new DeclaredReaction(
                    reaction.name(),
                    FactCatalogue.nameOf(reaction.fact()),
                    expectation.anyOf(),
                    expectation.within().toMillis());
        }
    }

    /** A projection and the facts it folds. */
    public record DeclaredProjection(String name, List<String> facts) {

        static DeclaredProjection of(Projection<?> projection) {
            return new DeclaredProjection(
                    projection.name(),
                    projection.folds().keySet().stream()
                            .map(FactCatalogue::nameOf)
                            .toList());
        }
    }

    /** How long the service waits for something, by the setting that says so. */
    public record DeclaredLimit(String setting, long millis) {

        static DeclaredLimit of(TimeLimit limit) {
            return new DeclaredLimit(limit.setting(), limit.limit().toMillis());
        }
    }
}
