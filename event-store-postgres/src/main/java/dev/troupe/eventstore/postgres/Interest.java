package dev.troupe.eventstore.postgres;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How soon the streams of this process want to be told of events of each type, as far as it has seen any of them. What it has not seen yet may be
 * urgent. An event that concerns nobody is read with the next one that concerns somebody.
 */
final class Interest {

    /** Nobody needs to be told. */
    static final long NONE = Long.MAX_VALUE;

    private final Set<PostgresEventStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> known = new ConcurrentHashMap<>();

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

    /** Learns from an event whom events of its type concern. */
    synchronized void learn(TailEvent event) {
        if (!known.containsKey(event.type())) {
            known.put(
                    event.type(),
                    streams.stream()
                            .filter(stream -> stream.mayConcern(event))
                            .mapToLong(PostgresEventStream::patience)
                            .min()
                            .orElse(NONE));
        }
    }

    boolean isUrgent(TailEvent event) {
        return patience(event.type()) == 0;
    }

    /** How many nanoseconds whoever events of this type may concern can wait to be told of one. */
    long patience(String type) {
        return known.getOrDefault(type, 0L);
    }
}
