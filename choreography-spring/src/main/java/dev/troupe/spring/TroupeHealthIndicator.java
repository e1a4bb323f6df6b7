package dev.troupe.spring;

import dev.troupe.kit.Troupe;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says that the service takes part in the choreography: every processor runs and the event store can be reached. */
final class TroupeHealthIndicator implements HealthIndicator {

    private final Troupe troupe;

    TroupeHealthIndicator(Troupe troupe) {
        this.troupe = troupe;
    }

    @Override
    public Health health() {
        return (troupe.isReady() ? Health.up() : Health.outOfService()).build();
    }
}
