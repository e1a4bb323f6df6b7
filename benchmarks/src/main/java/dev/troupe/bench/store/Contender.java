package dev.troupe.bench.store;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** An event store that is measured. */
interface Contender extends AutoCloseable {

    /** Appends events in a transaction of their own. */
    void append(List<DomainEventMessage<Happened>> events) throws Exception;

    /** Loads a stream and appends an event behind it, in one transaction. */
    void loadAndAppend(String stream) throws Exception;

    /** Loads a stream, from its snapshot on if it has one; how many messages that took. */
    long load(String stream) throws Exception;

    /** Keeps a snapshot of a stream at a position. */
    void snapshot(String stream, long position) throws Exception;

    /** Handles all events from the beginning, or from now on, as the store's users would; until it is closed. */
    Reacting react(String name, boolean fromTheBeginning, Reactor reactor) throws Exception;

    /** Reads all events and their payloads, of which there are so many. */
    void count(long events) throws Exception;

    /** Handles all events, of which there are so many, into an empty table with a row per flow. */
    void project(long events) throws Exception;

    @Override
    void close();

    /** What is done about an event; what it appends commits with the position of who handles. */
    interface Reactor {
        void on(Happened event, Appending appending);
    }

    /** Appends in the transaction in which an event is handled. */
    interface Appending {
        void append(DomainEventMessage<Happened> event);
    }

    /** Somebody who handles events. */
    interface Reacting extends AutoCloseable {
        @Override
        void close();
    }
}
