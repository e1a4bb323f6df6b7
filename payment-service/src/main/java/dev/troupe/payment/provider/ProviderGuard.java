package dev.troupe.payment.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps calls to the provider few and short-lived: a bulkhead, a circuit breaker, and one quick second try. */
public final class ProviderGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderGuard.class);
    private static final String NAME = "payment-provider";
    private static final Duration BRIEFLY = Duration.ofMillis(500);

    private final ProviderSettings settings;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private volatile @Nullable Instant openUntil;

    ProviderGuard(ProviderSettings settings) {
        this.settings = settings;
        this.bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = CircuitBreaker.of(NAME, breakerConfig(settings));
        this.retry = Retry.of(
                NAME,
                RetryConfig.custom()
                        .maxAttempts(2)
                        .intervalFunction(IntervalFunction.ofRandomized(100))
                        .retryExceptions(ProviderUnavailable.class)
                        .ignoreExceptions(ProviderLeftAlone.class)
                        .build());
        breaker.getEventPublisher().onStateTransition(transition -> changed(transition.getStateTransition()));
    }

    /** Whether calls are let through. */
    public CircuitBreaker.State state() {
        return breaker.getState();
    }

    /** Which part of the last calls failed, in percent; negative as long as there were too few to tell. */
    public float failurePercent() {
        return breaker.getMetrics().getFailureRate();
    }

    /** When the provider is asked again; absent as long as it is not left alone. */
    public @Nullable Instant openUntil() {
        return openUntil;
    }

    /** Makes one call. */
    <T> T once(Supplier<T> call) {
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(call));
        } catch (CallNotPermittedException e) {
            Instant nextTry = nextTry();
            throw new ProviderLeftAlone(
                    "the payment provider has failed too often: circuit breaker open, next try at " + nextTry,
                    nextTry,
                    e);
        } catch (BulkheadFullException e) {
            throw new ProviderLeftAlone(
                    "all %d calls to the payment provider are under way".formatted(settings.concurrentCalls()),
                    Instant.now().plus(BRIEFLY),
                    e);
        }
    }

    /** Does something that makes calls, and once more if its outcome remains unknown. */
    <T> T twice(Supplier<T> calls) {
        return retry.executeSupplier(calls);
    }

    private void changed(StateTransition transition) {
        CircuitBreaker.State state = transition.getToState();
        openUntil = state == CircuitBreaker.State.OPEN
                ? Instant.now().plus(settings.rest()).truncatedTo(ChronoUnit.MILLIS)
                : null;
        if (transition == StateTransition.CLOSED_TO_OPEN) {
            LOG.warn(
                    "the payment provider has failed too often; it is tried every {} ms while payments wait",
                    settings.rest().toMillis());
        } else if (state == CircuitBreaker.State.CLOSED) {
            LOG.info("the payment provider answers again");
        }
    }

    private Instant nextTry() {
        Instant until = openUntil;
        Instant soon = Instant.now().plus(BRIEFLY).truncatedTo(ChronoUnit.MILLIS);
        return until != null && until.isAfter(soon) ? until : soon;
    }

    /** A refusal is a healthy answer: only calls of which nothing is known count as failed. */
    private static CircuitBreakerConfig breakerConfig(ProviderSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordExceptions(ProviderUnavailable.class)
                .build();
    }
}
