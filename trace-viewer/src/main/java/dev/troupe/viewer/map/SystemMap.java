package dev.troupe.viewer.map;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choreography as declared, with what was observed laid over it.
 *
 * @param facts all facts there are, and those that were observed without being known
 * @param reactions all reactions that are declared, and those that were observed without being declared
 */
public record SystemMap(List<ServiceNode> services, List<FactNode> facts, List<ReactionEdge> reactions) {

    /**
     * A service.
     *
     * @param up whether a process of it is alive
     * @param lag how many events its slowest processor is behind
     * @param deadLetters how many events it holds that it could not handle
     */
    public record ServiceNode(
            String service,
            boolean up,
            @Nullable Instant lastSeen,
            long lag,
            long deadLetters,
            List<String> projections) {}

    /**
     * A fact.
     *
     * @param publisher the service that owns it
     * @param terminal whether nothing needs to react to it
     * @param dead whether it is not terminal and nobody reacts to it
     * @param undeclared whether it is not in the catalogue
     * @param observed how often it was recorded
     * @param perMinute how often in the last ten minutes
     */
    public record FactNode(
            String fact,
            String publisher,
            boolean terminal,
            boolean dead,
            boolean undeclared,
            long observed,
            double perMinute) {}

    /**
     * A reaction: a fact, who reacts to it, and what comes of it.
     *
     * @param reaction its name; absent if it is not declared
     * @param expects the facts any of which must follow
     * @param effects the facts that were seen to follow
     * @param neverFired whether the fact was recorded but none of what should follow ever was
     * @param observed how often something was seen to follow
     * @param perMinute how often in the last ten minutes
     * @param meanMillis from the fact to what followed
     */
    public record ReactionEdge(
            String service,
            @Nullable String reaction,
            String fact,
            List<String> expects,
            long withinMillis,
            List<String> effects,
            boolean undeclared,
            boolean neverFired,
            long observed,
            double perMinute,
            long meanMillis,
            long maxMillis) {}
}
