package dev.troupe.notification.wiring;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import java.util.Locale;
import java.util.Map;

/** Shows whether the mail server is left alone. The service is well all the same: mails wait until the server is back. */
@Context
class MailServerHealth extends AbstractHealthIndicator<Map<String, Object>> {

    private final CircuitBreaker breaker;

    MailServerHealth(CircuitBreaker breaker, MeterRegistry meters) {
        this.breaker = breaker;
        Gauge.builder("troupe.breaker.open", breaker, calls -> calls.getState() == State.CLOSED ? 0 : 1)
                .description("1 while what is outside is left alone or only tried out")
                .tag("outside", "mail-server")
                .register(meters);
        Gauge.builder(
                        "troupe.outside.failed.calls",
                        breaker,
                        calls -> Math.max(0, calls.getMetrics().getFailureRate()))
                .description("Which part of the last calls to what is outside failed")
                .baseUnit("percent")
                .tag("outside", "mail-server")
                .register(meters);
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
