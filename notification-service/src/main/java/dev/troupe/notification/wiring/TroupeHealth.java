package dev.troupe.notification.wiring;

import dev.troupe.kit.Troupe;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;

/** Says that the service takes part in the choreography: every processor runs and the event store can be reached. */
@Singleton
@Readiness
class TroupeHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private final Troupe troupe;

    TroupeHealth(Troupe troupe) {
        this.troupe = troupe;
    }

    @Override
    protected String getName() {
        return "troupe";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = troupe.isReady() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of();
    }
}
