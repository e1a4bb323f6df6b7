package dev.troupe.bench.store;

import dev.troupe.bench.measure.Row;
import java.util.ArrayList;
import java.util.List;

/** The stores that are measured beside one another. */
enum Kind {
    TROUPE(Row.OURS) {
        @Override
        Contender open(Address database) {
            return TroupeStore.in(database);
        }
    },
    AXON_JDBC(Row.STOCK) {
        @Override
        Contender open(Address database) {
            return AxonJdbc.in(database, false);
        }
    },
    AXON_JDBC_TUNED("Axon JDBC, tuned") {
        @Override
        Contender open(Address database) {
            return AxonJdbc.in(database, true);
        }
    },
    AXON_SERVER("Axon Server") {
        @Override
        Contender open(Address database) {
            return AxonServer.at(System.getenv(AXON_SERVER_VARIABLE), database);
        }
    };

    /** Host and port of an Axon Server with an empty store; without it none is measured. */
    static final String AXON_SERVER_VARIABLE = "TROUPE_AXONSERVER";

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Opens the store in a database, after making its tables if they are not there. */
    abstract Contender open(Address database);

    /**
     * Those that can be measured here.
     *
     * @param tuning whether the tuned engine differs from the other for the work at hand
     */
    static List<Kind> available(boolean tuning) {
        List<Kind> kinds = new ArrayList<>(List.of(TROUPE, AXON_JDBC));
        if (tuning) {
            kinds.add(AXON_JDBC_TUNED);
        }
        if (System.getenv(AXON_SERVER_VARIABLE) != null) {
            kinds.add(AXON_SERVER);
        }
        return kinds;
    }
}
