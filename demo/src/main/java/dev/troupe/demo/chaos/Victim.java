package dev.troupe.demo.chaos;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be killed. */
enum Victim {
    ORDER("order-service", "order"),
    PAYMENT("payment-service", "payment"),
    INVENTORY("inventory-service", "inventory"),
    NOTIFICATION("notification-service", "notification"),
    PROVIDER("payment-provider-simulator", null),
    POSTGRESQL("PostgreSQL", null);

    /** The services that take part in the choreography. */
    static final List<Victim> SERVICES = List.of(ORDER, PAYMENT, INVENTORY, NOTIFICATION);

    private final String process;
    private final Optional<String> schema;

    Victim(String process, @Nullable String schema) {
        this.process = process;
        this.schema = Optional.ofNullable(schema);
    }

    /** The name of its process; PostgreSQL is several. */
    String process() {
        return process;
    }

    /** Where it keeps its tokens, if it is a service. */
    Optional<String> schema() {
        return schema;
    }
}
