package dev.troupe.notification.wiring;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Shows whether the mail server is left alone. The service is well all the same: mails wait until the server is back. */
@Singleton
class MailServerHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private final CircuitBreaker breaker;

    MailServerHealth(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    protected String getName() {
        return "mail-server";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        return Map.of("circuitBreaker", breaker.getState().name().toLowerCase(Locale.ROOT));
    }
}
