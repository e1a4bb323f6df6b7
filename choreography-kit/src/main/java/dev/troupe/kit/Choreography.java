package dev.troupe.kit;

import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.job.Deadline;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Reaction;
import java.util.ArrayList;
import java.util.List;

/**
 * What one service contributes to the choreography: the table of contents of the service.
 *
 * @param service the service's name without {@code -service}; also the name of its database schema
 * @param vocabularies sealed interfaces of facts that the service brings beside the shared ones
 * @param reactionSegments into how many segments its reactions are divided among threads and instances; 1 where all decide on one stream
 * @param timeLimits what it waits for and how that has to compare with what other services wait for
 */
public record Choreography(
        String service,
        List<Class<?>> vocabularies,
        List<AggregateType> aggregates,
        List<Reaction<?>> reactions,
        List<Projection<?>> projections,
        List<Job<?>> jobs,
        List<Deadline<?>> deadlines,
        int reactionSegments,
        List<TimeLimit> timeLimits) {

    public Choreography {
        vocabularies = List.copyOf(vocabularies);
        aggregates = List.copyOf(aggregates);
        reactions = List.copyOf(reactions);
        projections = List.copyOf(projections);
        jobs = List.copyOf(jobs);
        deadlines = List.copyOf(deadlines);
        timeLimits = List.copyOf(timeLimits);
    }

    /** The facts this service knows; those of others that it does not know pass it by. */
    public FactCatalogue catalogue() {
        return FactCatalogue.troupe().with(vocabularies);
    }

    /** Begins the definition of a service. */
    public static Builder of(String service) {
        return new Builder(service);
    }

    /**
     * A type of aggregate.
     *
     * @param type an Axon annotated aggregate
     * @param snapshotEvery after how many events a snapshot is taken; 0 for never
     */
    public record AggregateType(Class<?> type, int snapshotEvery) {}

    /** Collects what a service contributes. */
    public static final class Builder {

        private final String service;
        private final List<Class<?>> vocabularies = new ArrayList<>();
        private final List<AggregateType> aggregates = new ArrayList<>();
        private final List<Reaction<?>> reactions = new ArrayList<>();
        private final List<Projection<?>> projections = new ArrayList<>();
        private final List<Job<?>> jobs = new ArrayList<>();
        private final List<Deadline<?>> deadlines = new ArrayList<>();
        private final List<TimeLimit> timeLimits = new ArrayList<>();
        private int reactionSegments = 2;

        private Builder(String service) {
            this.service = service;
        }

        /** Adds a sealed interface of facts that this service publishes and that are not among the shared ones. */
        public Builder vocabulary(Class<?> facts) {
            vocabularies.add(facts);
            return this;
        }

        /** Adds an aggregate with short streams. */
        public Builder aggregate(Class<?> type) {
            aggregates.add(new AggregateType(type, 0));
            return this;
        }

        /** Adds an aggregate with long streams, of which a snapshot is taken after so many events. */
        public Builder snapshottedAggregate(Class<?> type, int snapshotEvery) {
            aggregates.add(new AggregateType(type, snapshotEvery));
            return this;
        }

        /** Adds a reaction. */
        public Builder reaction(Reaction<?> reaction) {
            reactions.add(reaction);
            return this;
        }

        /** Adds a projection. */
        public Builder projection(Projection<?> projection) {
            projections.add(projection);
            return this;
        }

        /** Adds a kind of job. */
        public Builder job(Job<?> job) {
            jobs.add(job);
            return this;
        }

        /** Adds a kind of deadline. */
        public Builder deadline(Deadline<?> deadline) {
            deadlines.add(deadline);
            return this;
        }

        /** Divides the reactions into this many segments; 2 unless said. */
        public Builder reactionSegments(int segments) {
            reactionSegments = segments;
            return this;
        }

        /** Says how long the service waits for something; compared with the limits of the other services at start. */
        public Builder timeLimit(TimeLimit limit) {
            timeLimits.add(limit);
            return this;
        }

        /** The finished definition. */
        public Choreography build() {
            return new Choreography(
                    service,
                    vocabularies,
                    aggregates,
                    reactions,
                    projections,
                    jobs,
                    deadlines,
                    reactionSegments,
                    timeLimits);
        }
    }
}
