package dev.troupe.kit.command;

import dev.troupe.kit.command.DecisionCheck.StateReliedOn;
import java.time.Duration;
import org.axonframework.common.ExceptionUtils;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in memory between commands, and never lets a command stand that was decided upon a state that another instance has moved on
 * from. As long as no other instance is seen to append, a kept aggregate is used as it is, and {@link DecisionCheck} has the last word; for a while
 * after one was, and whenever there is no command to check, what was appended since is read before.
 */
public final class UpToDateRepository<A> extends CachingEventSourcingRepository<A> {

    /** As long as an aggregate is kept unused: what was kept when the other instance was seen is used or forgotten by then. */
    private static final Duration WARY_FOR = KeptAggregates.UNUSED;

    private final EventStore eventStore;
    private final Cache kept;
    private volatile long otherSeenAt = System.nanoTime() - WARY_FOR.toNanos();

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
        if (wasKept && (isWary() || !isReliedOn(aggregate, stream))) {
            catchUp(aggregate, stream);
        }
        return aggregate;
    }

    private boolean isWary() {
        return System.nanoTime() - otherSeenAt < WARY_FOR.toNanos();
    }

    private boolean isReliedOn(EventSourcedAggregate<A> aggregate, String stream) {
        if (!DecisionCheck.isToCheck(new Kept(aggregate, aggregate.version(), stream))) {
            return false;
        }
        CurrentUnitOfWork.get().root().onRollback(this::beWaryAfterConflict);
        return true;
    }

    private void beWaryAfterConflict(UnitOfWork<?> transaction) {
        Throwable failure = transaction.getExecutionResult().getExceptionResult();
        if (ExceptionUtils.findException(failure, ConcurrencyException.class).isPresent()) {
            beWary();
        }
    }

    private void beWary() {
        otherSeenAt = System.nanoTime();
    }

    private void catchUp(EventSourcedAggregate<A> aggregate, String stream) {
        DomainEventStream since = eventStore.readEvents(stream, aggregate.version() + 1);
        if (!since.hasNext()) {
            return;
        }
        beWary();
        aggregate.initializeState(since);
        if (aggregate.isDeleted()) {
            throw new AggregateDeletedException(stream);
        }
    }

    private final class Kept implements StateReliedOn {

        private final EventSourcedAggregate<A> aggregate;
        private final long version;
        private final String stream;

        Kept(EventSourcedAggregate<A> aggregate, long version, String stream) {
            this.aggregate = aggregate;
            this.version = version;
            this.stream = stream;
        }

        @Override
        public boolean isAppendedTo() {
            return aggregate.version() > version;
        }

        @Override
        public boolean isOutdated() {
            return eventStore.readEvents(stream, version + 1).hasNext();
        }

        @Override
        public String toString() {
            return stream;
        }
    }
}
