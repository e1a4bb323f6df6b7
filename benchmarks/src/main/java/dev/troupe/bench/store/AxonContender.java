package dev.troupe.bench.store;

import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;

/** What all stores do that stand behind Axon's interfaces: the same calls in the same kind of unit of work. */
abstract class AxonContender implements Contender {

    static final JacksonSerializer JSON = JacksonSerializer.defaultSerializer();

    private final EventStore store;
    private final TransactionManager transactions;

    AxonContender(EventStore store, TransactionManager transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void append(List<DomainEventMessage<Happened>> events) {
        inUnitOfWork(() -> {
            store.publish(events);
            return events;
        });
    }

    @Override
    public void loadAndAppend(String stream) {
        inUnitOfWork(() -> {
            DomainEventStream events = store.readEvents(stream);
            events.forEachRemaining(DomainEventMessage::getPayload);
            Happened next = Happened.first(stream);
            store.publish(next.at(stream, events.getLastSequenceNumber() + 1));
            return next;
        });
    }

    @Override
    public long load(String stream) {
        DomainEventStream events = store.readEvents(stream);
        long count = 0;
        while (events.hasNext()) {
            events.next().getPayload();
            count++;
        }
        return count;
    }

    @Override
    public void snapshot(String stream, long position) {
        store.storeSnapshot(Happened.first(stream).at(stream, position));
    }

    private void inUnitOfWork(Callable<?> work) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        ResultMessage<?> result = unitOfWork.executeWithResult(work);
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }
}
