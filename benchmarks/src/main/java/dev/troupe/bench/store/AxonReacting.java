package dev.troupe.bench.store;

import dev.troupe.bench.store.Contender.Reacting;
import dev.troupe.bench.store.Contender.Reactor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Axon's own processors: the pooled one as it is by default, or the tracking one with large batches, which is faster. */
record AxonReacting(EventStore store, TokenStore tokens, TransactionManager transactions, boolean tuned) {

    private static final int LARGE_BATCH = 500;

    Reacting start(String name, boolean fromTheBeginning, Reactor reactor) {
        EventHandlerInvoker invoker = new Invoker(reactor, store);
        return tuned ? tracking(name, fromTheBeginning, invoker) : pooled(name, fromTheBeginning, invoker);
    }

    private Reacting pooled(String name, boolean fromTheBeginning, EventHandlerInvoker invoker) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> fromTheBeginning ? source.createTailToken() : source.createHeadToken())
                .build();
        processor.start();
        return () -> {
            processor.shutDown();
            threads.shutdownNow();
        };
    }

    private Reacting tracking(String name, boolean fromTheBeginning, EventHandlerInvoker invoker) {
        TrackingEventProcessor processor = TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(LARGE_BATCH)
                        .andInitialTrackingToken(
                                fromTheBeginning
                                        ? StreamableMessageSource::createTailToken
                                        : StreamableMessageSource::createHeadToken))
                .build();
        processor.start();
        return processor::shutDown;
    }

    private record Invoker(Reactor reactor, EventStore store) implements EventHandlerInvoker {

        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) {
            reactor.on((Happened) event.getPayload(), store::publish);
        }
    }
}
