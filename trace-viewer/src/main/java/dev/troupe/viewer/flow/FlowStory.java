package dev.troupe.viewer.flow;

import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.stuck.Debt;
import dev.troupe.viewer.stuck.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what happened in a flow in one sentence. */
final class FlowStory {

    private static final Set<String> ANSWERS = Set.of("stock.released", "payment.cancelled", "payment.voided");
    private static final Map<String, String> REASONS = Map.of(
            "CUSTOMER", "the customer changed their mind",
            "OUT_OF_STOCK", "out of stock",
            "DECLINED", "payment declined",
            "TIMED_OUT", "it took too long",
            "RESERVATION_EXPIRED", "the reservation expired");

    private FlowStory() {}

    static String tell(FlowRow flow, List<FlowStep> steps, List<Debt> debts, Instant now) {
        String told = outcome(flow, steps);
        Debt first = debts.isEmpty() ? null : debts.getFirst();
        if (first == null) {
            return told == null ? "Recorded; nothing has to follow." : told + ".";
        }
        return (told == null ? "" : told + ", but not over. ")
                + (first.overdue() ? stuck(first, now) : open(flow, first, now));
    }

    private static @Nullable String outcome(FlowRow flow, List<FlowStep> steps) {
        if ("COMPLETED".equals(flow.outcome())) {
            return "Completed after %s%s%s"
                    .formatted(spanTo(flow, steps, "order.completed"), longestStep(steps), refunded(steps));
        }
        if (!"CANCELLED".equals(flow.outcome())) {
            return null;
        }
        String reason = flow.reason() == null ? "for no given reason" : reason(flow.reason());
        Instant cancelledAt = at(steps, "order.cancelled");
        String answers = steps.stream()
                .filter(step -> ANSWERS.contains(step.type()))
                .map(step -> "; %s %s later"
                        .formatted(step.type().replace('.', ' '), Spans.between(cancelledAt, step.recordedAt())))
                .collect(Collectors.joining());
        return "Cancelled after %s: %s%s".formatted(spanTo(flow, steps, "order.cancelled"), reason, answers);
    }

    /** What took longest, if it took a good part of the whole. */
    private static String longestStep(List<FlowStep> steps) {
        Map<String, FlowStep> byId = steps.stream().collect(Collectors.toMap(FlowStep::id, step -> step));
        FlowStep longest = null;
        long most = steps.getLast().afterMillis() / 4;
        for (FlowStep step : steps) {
            FlowStep cause = step.causeId() == null ? null : byId.get(step.causeId());
            if (cause != null
                    && !step.type().startsWith("notification.")
                    && step.afterMillis() - cause.afterMillis() > most) {
                most = step.afterMillis() - cause.afterMillis();
                longest = step;
            }
        }
        return longest == null ? "" : "; the longest wait was %s, for %s".formatted(Spans.of(most), longest.type());
    }

    private static String refunded(List<FlowStep> steps) {
        Instant completedAt = at(steps, "order.completed");
        return steps.stream()
                .filter(step -> step.type().equals("payment.refunded"))
                .map(step -> "; refunded %s later".formatted(Spans.between(completedAt, step.recordedAt())))
                .collect(Collectors.joining());
    }

    private static String reason(String name) {
        return REASONS.getOrDefault(name, name.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String stuck(Debt debt, Instant now) {
        return "Stuck for %s: %s.".formatted(Spans.between(debt.due(), now), debt.why());
    }

    private static String open(FlowRow flow, Debt debt, Instant now) {
        return "Under way for %s: %s is to publish %s within %s."
                .formatted(
                        Spans.between(flow.began(), now),
                        debt.service(),
                        String.join(" or ", debt.anyOf()),
                        Spans.between(now, debt.due()));
    }

    private static String spanTo(FlowRow flow, List<FlowStep> steps, String type) {
        return Spans.between(flow.began(), at(steps, type));
    }

    private static Instant at(List<FlowStep> steps, String type) {
        return steps.stream()
                .filter(step -> step.type().equals(type))
                .map(FlowStep::recordedAt)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
