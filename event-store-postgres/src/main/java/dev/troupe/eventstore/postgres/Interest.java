package dev.troupe.eventstore.postgres;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which types of events concern any stream of this process, as far as it has seen any of them. What it has not seen yet may concern it. An event that does
 * not is read with the next one that does.
 */
final class Interest {

    private final Set<PostgresEventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** There is one stream more; what was known does not hold any more. */
    synchronized void opened(PostgresEventStream stream) {
        streams.add(stream);
        known.clear();
    }

    /** There is one stream less. */
    synchronized void closed(PostgresEventStream stream) {
        streams.remove(stream);
        known.clear();
    }

    /** Learns from an event whether events of its type concern anybody. */
    synchronized void learn(TailEvent event) {
        if (!known.containsKey(event.type())) {
            known.put(event.type(), streams.stream().anyMatch(stream -> stream.mayConcern(event)));
        }
    }

    /** Whether events of this type may concern anybody. */
    boolean includes(String type) {
        return known.getOrDefault(type, true);
    }
}
