package dev.troupe.notification.http;

import dev.troupe.kit.metrics.RefusedRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Counts which requests were refused, and why. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RejectionCounter implements Ordered {

    private static final int SERVER_ERRORS = 500;

    private final MeterRegistry meters;

    RejectionCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Outside of whatever refuses. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void count(HttpResponse<?> response) {
        if (response.body() instanceof Problem problem && problem.status() < SERVER_ERRORS) {
            RefusedRequests.count(meters, problem.reason());
        }
    }
}
