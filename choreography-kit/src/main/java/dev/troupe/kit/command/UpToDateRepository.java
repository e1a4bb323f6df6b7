package dev.troupe.kit.command;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in memory between commands, and reads what was appended to their streams since before they are used again. So a command is
 * never decided upon a state that another instance has moved on from: that would be found out only if the command appended something, and one that
 * refuses, or finds nothing left to do, does not.
 */
public final class UpToDateRepository<A> extends CachingEventSourcingRepository<A> {

    private final EventStore eventStore;
    private final Cache kept;

    /**
     * Makes a repository.
     *
     * @param builder with the same event store and cache
     */
    public UpToDateRepository(EventSourcingRepository.Builder<A> builder, EventStore eventStore, Cache kept) {
        super(builder.eventStore(eventStore).cache(kept));
        this.eventStore = eventStore;
        this.kept = kept;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String stream, @Nullable Long expectedVersion) {
        boolean wasKept = kept.containsKey(stream);
        EventSourcedAggregate<A> aggregate = super.doLoadWithLock(stream, expectedVersion);
        if (wasKept) {
            catchUp(aggregate, stream);
        }
        return aggregate;
    }

    private void catchUp(EventSourcedAggregate<A> aggregate, String stream) {
        DomainEventStream since = eventStore.readEvents(stream, aggregate.version() + 1);
        if (!since.hasNext()) {
            return;
        }
        aggregate.initializeState(since);
        if (aggregate.isDeleted()) {
            throw new AggregateDeletedException(stream);
        }
    }
}
