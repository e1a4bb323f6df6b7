package dev.troupe.inventory.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The ids of what ended last, with a fingerprint of what each stood for, so that what comes a second time is recognised. */
final class RecentIds {

    static final int REMEMBERED = 10_000;

    private final SequencedMap<String, Long> fingerprints = new LinkedHashMap<>();

    RecentIds() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    RecentIds(Map<String, Long> oldestFirst) {
        fingerprints.putAll(oldestFirst);
    }

    boolean contains(String id) {
        return fingerprints.containsKey(id);
    }

    /** What the id stood for, or nothing if it is not remembered. */
    @Nullable
    Long fingerprint(String id) {
        return fingerprints.get(id);
    }

    void add(String id) {
        add(id, 0);
    }

    void add(String id, long fingerprint) {
        fingerprints.put(id, fingerprint);
        if (fingerprints.size() > REMEMBERED) {
            fingerprints.pollFirstEntry();
        }
    }

    @JsonValue
    Map<String, Long> oldestFirst() {
        return fingerprints;
    }
}
