package dev.troupe.viewer.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.kit.flow.Flow;
import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.kit.flow.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A flow while a page of events is folded into it. */
final class FlowDraft {

    private final Flow flow;
    private final Set<String> skus = new TreeSet<>();
    private @Nullable String kind;
    private @Nullable String customer;
    private @Nullable String outcome;
    private @Nullable String reason;
    private int events;
    private long firstPosition;
    private @Nullable FlowEvent last;

    /** Begins with what is kept of the flow, if anything is. */
    FlowDraft(Expectations expectations, @Nullable FlowRow kept) {
        if (kept == null) {
            flow = new Flow(expectations);
        } else {
            flow = new Flow(expectations, kept.state());
            skus.addAll(kept.skus());
            kind = kept.kind();
            customer = kept.customer();
            outcome = kept.outcome();
            reason = kept.reason();
            events = kept.events();
            firstPosition = kept.firstPosition();
        }
    }

    /** Whether more of an event than its type is of interest. */
    static boolean looksInside(String type) {
        return switch (type) {
            case "order.placed", "order.cancelled", "stock.received", "stock.adjusted" -> true;
            default -> false;
        };
    }

    /** Folds the next event; the payload is given for those types only that are looked into. */
    void add(FlowEvent event, JsonNode payload) {
        flow.add(event);
        last = event;
        if (events++ == 0) {
            firstPosition = event.position();
        }
        if (kind == null || event.type().equals("order.placed")) {
            kind = kindOf(event.type());
        }
        switch (event.type()) {
            case "order.placed" -> {
                customer = payload.path("customerId").asText(null);
                addSkus(payload);
            }
            case "stock.received" -> addSkus(payload);
            case "stock.adjusted" -> skus.add(payload.path("sku").asText());
            case "order.completed" -> outcome = "COMPLETED";
            case "order.cancelled" -> {
                outcome = "CANCELLED";
                reason = payload.path("reason").asText(null);
            }
            default -> {
                // its type is enough
            }
        }
    }

    /** What is to be kept. */
    FlowRow row(String flowId) {
        if (last == null || kind == null) {
            throw new IllegalStateException("no event was folded into flow " + flowId);
        }
        Flow.State state = flow.state();
        Instant began = state.began() == null ? last.recordedAt() : state.began();
        return new FlowRow(
                flowId,
                kind,
                customer,
                skus,
                List.copyOf(state.seen()),
                FlowPath.of(state.seen()),
                outcome,
                reason,
                flow.hasEnded(),
                state.owed().stream()
                        .map(Owed::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                began,
                state.settledAt(),
                last.recordedAt(),
                flow.latency().map(Duration::toMillis).orElse(null),
                events,
                last.type(),
                firstPosition,
                last.position(),
                state.owed());
    }

    private void addSkus(JsonNode payload) {
        payload.path("lines").forEach(line -> skus.add(line.path("sku").asText()));
    }

    private static String kindOf(String type) {
        return switch (type) {
            case "stock.received" -> "delivery";
            case "stock.adjusted" -> "adjustment";
            default -> type.startsWith("order.") ? "order" : "other";
        };
    }
}
