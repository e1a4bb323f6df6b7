package dev.troupe.kit;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.queryhandling.SimpleQueryBus;

/** Makes sure that no command and no query leaves the process, which the mere presence of Axon Server's connector can bring about. */
final class LocalBuses {

    private LocalBuses() {}

    /** Refuses a configuration whose buses could reach other processes. */
    static void require(Configuration axon) {
        require("command", axon.commandBus(), SimpleCommandBus.class);
        require("query", axon.queryBus(), SimpleQueryBus.class);
    }

    private static void require(String messages, Object bus, Class<?> local) {
        if (bus.getClass() != local) {
            throw new IllegalStateException(
                    "The %s bus must be local, a %s, but it is a %s: no service may command another."
                            .formatted(
                                    messages,
                                    local.getSimpleName(),
                                    bus.getClass().getName()));
        }
    }
}
