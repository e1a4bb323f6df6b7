package dev.troupe.kit.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One flow, from its first event on. Not safe for use by several threads. */
public final class Flow {

    private static final Set<String> SETTLED_PAYMENT =
            Set.of("payment.cancelled", "payment.voided", "payment.declined");
    private static final Set<String> SETTLED_STOCK =
            Set.of("stock.released", "stock.reservation-rejected", "stock.reservation-expired");

    private final Expectations expectations;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Owed> owed = new ArrayList<>();
    private @Nullable Instant began;
    private @Nullable Instant settledAt;

    /** A flow of which nothing is known yet. */
    public Flow(Expectations expectations) {
        this.expectations = expectations;
    }

    /** A flow of which as much is known as somebody kept. */
    public Flow(Expectations expectations, State state) {
        this(expectations);
        seen.addAll(state.seen());
        owed.addAll(state.owed());
        began = state.began();
        settledAt = state.settledAt();
    }

    /** What is known, to be kept until the flow goes on. */
    public State state() {
        return new State(Collections.unmodifiableSet(new LinkedHashSet<>(seen)), owed(), began, settledAt);
    }

    /** Takes note of the flow's next event. */
    public void add(FlowEvent event) {
        if (began == null) {
            began = event.recordedAt();
        }
        seen.add(event.type());
        owed.removeIf(debt -> debt.anyOf().contains(event.type()));
        expectations.raisedBy(event).stream()
                .filter(debt -> debt.anyOf().stream().noneMatch(seen::contains))
                .forEach(owed::add);
        if (settledAt == null && isSettled()) {
            settledAt = event.recordedAt();
        }
    }

    /** What must still happen. */
    public List<Owed> owed() {
        return List.copyOf(owed);
    }

    /** Whether the outcome is final and nothing more has to happen. */
    public boolean hasEnded() {
        return owed.isEmpty() && (isSettled() || !isOrder());
    }

    /** Whether something should have happened by now and did not. */
    public boolean isStuck(Instant now) {
        return owed.stream().anyMatch(debt -> debt.isOverdue(now));
    }

    /** Whether the flow is about an order. */
    public boolean isOrder() {
        return seen.contains("order.placed");
    }

    /** Whether this fact has happened. */
    public boolean has(String fact) {
        return seen.contains(fact);
    }

    /** How long it took from the first event until the outcome was final, mails apart; empty while it is not. */
    public Optional<Duration> latency() {
        return began == null || settledAt == null ? Optional.empty() : Optional.of(Duration.between(began, settledAt));
    }

    /** Completed, or cancelled and answered by both inventory and payment. */
    private boolean isSettled() {
        return seen.contains("order.completed")
                || (seen.contains("order.cancelled")
                        && SETTLED_PAYMENT.stream().anyMatch(seen::contains)
                        && SETTLED_STOCK.stream().anyMatch(seen::contains));
    }

    /**
     * What is known of a flow.
     *
     * @param seen the facts that have happened, in the order in which they first did
     * @param owed what must still happen
     * @param began when the first event was recorded; absent before it
     * @param settledAt when the outcome became final; absent before that
     */
    public record State(
            Set<String> seen,
            List<Owed> owed,
            @Nullable Instant began,
            @Nullable Instant settledAt) {}
}
