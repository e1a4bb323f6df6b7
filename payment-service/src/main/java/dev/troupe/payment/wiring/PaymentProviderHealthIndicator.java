package dev.troupe.payment.wiring;

import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderGuard;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says how calls to the provider fare, on health and metrics. A provider that is away makes payments wait but does not make this service
 * unhealthy: restarting it would help nobody.
 */
@Component
class PaymentProviderHealthIndicator implements HealthIndicator {

    private static final Status WAITING =
            new Status("WAITING", "The payment provider is left alone; payments wait and are not declined.");

    private final ProviderGuard guard;

    PaymentProviderHealthIndicator(PaymentProvider provider, MeterRegistry metrics) {
        this.guard = provider.guard();
        Gauge.builder("troupe.breaker.open", guard, calls -> isClosed(calls) ? 0 : 1)
                .description("1 while what is outside is left alone or only tried out")
                .tag("outside", "payment-provider")
                .register(metrics);
        Gauge.builder("troupe.outside.failed.calls", guard, calls -> Math.max(0, calls.failurePercent()))
                .description("Which part of the last calls to what is outside failed")
                .tag("outside", "payment-provider")
                .baseUnit("percent")
                .register(metrics);
    }

    @Override
    public Health health() {
        Health.Builder health =
                Health.status(isClosed(guard) ? Status.UP : WAITING).withDetail("circuitBreaker", guard.state());
        Instant nextTry = guard.openUntil();
        return nextTry == null
                ? health.build()
                : health.withDetail("nextTry", nextTry).build();
    }

    private static boolean isClosed(ProviderGuard guard) {
        return guard.state() == CircuitBreaker.State.CLOSED;
    }
}
