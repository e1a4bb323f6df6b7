package dev.troupe.kit.serialization;

import dev.troupe.events.FactCatalogue;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the facts that pass a service by because it does not know them: others may publish new ones at any time. */
public final class UnknownFacts {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownFacts.class);

    private final ConcurrentMap<String, LongAdder> passed = new ConcurrentHashMap<>();

    void met(String type) {
        if (!FactCatalogue.isName(type)) {
            return; // a snapshot
        }
        LongAdder count = passed.get(type);
        if (count == null) {
            LOG.info("{} is not known to this service and passes it by", type);
            count = passed.computeIfAbsent(type, name -> new LongAdder());
        }
        count.increment();
    }

    /** How often each was met since the start of the process, once for each reader in it. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        passed.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }
}
