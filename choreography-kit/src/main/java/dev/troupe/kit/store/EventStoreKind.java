package dev.troupe.kit.store;

import java.util.Arrays;
import java.util.Locale;

/** The event stores there are. */
public enum EventStoreKind {
    /** In the database that holds everything else too. */
    POSTGRES,
    /** In Axon Server. */
    AXON_SERVER;

    /** How people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The store that people mean by a word. */
    public static EventStoreKind parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "troupe.event-store must be postgres or axon-server, not '" + label + "'"));
    }
}
