package dev.troupe.demo.audit;

import dev.troupe.demo.audit.OrderBook.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What must be true of orders. */
final class OrderChecks {

    private OrderChecks() {}

    static List<String> lost(Evidence evidence) {
        return evidence.promised().orders().stream()
                .filter(id -> {
                    Order order = evidence.audit().orders().orders().get(id);
                    return order == null || !order.has("order.placed");
                })
                .map(id -> "order %s was acknowledged and is not in the event log".formatted(id))
                .sorted()
                .toList();
    }

    static List<String> notEnded(Evidence evidence) {
        return evidence.promised().orders().stream()
                .map(id -> {
                    Order order = evidence.audit().orders().orders().get(id);
                    String status = order == null ? null : order.status();
                    return Objects.equals(status, "COMPLETED") || Objects.equals(status, "CANCELLED")
                            ? ""
                            : "order %s was acknowledged and is %s".formatted(id, status == null ? "nowhere" : status);
                })
                .filter(broken -> !broken.isEmpty())
                .sorted()
                .toList();
    }

    static List<String> shownOtherwise(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        evidence.answers().forEach((id, answer) -> {
            Order order = evidence.audit().orders().orders().get(id);
            String status = order == null ? null : order.status();
            if (!answer.equals(status)) {
                broken.add("order %s is %s, but order-service says %s".formatted(id, status, answer));
            }
        });
        return broken;
    }

    static List<String> cancelledInVain(Evidence evidence) {
        return evidence.promised().cancellations().stream()
                .filter(id -> {
                    Order order = evidence.audit().orders().orders().get(id);
                    return order == null || !order.has("order.cancelled") || order.has("order.confirmed");
                })
                .map(id -> "the cancellation of order %s was acknowledged, but it is not cancelled".formatted(id))
                .sorted()
                .toList();
    }

    static List<String> openFlows(Evidence evidence) {
        return evidence.audit().openFlows().entrySet().stream()
                .map(flow -> "flow %s is open: %s"
                        .formatted(
                                flow.getKey(),
                                flow.getValue().stream()
                                        .map(owed -> "%s owes one of %s after %s"
                                                .formatted(owed.service(), owed.anyOf(), owed.fact()))
                                        .toList()))
                .toList();
    }

    static List<String> repeatedFacts(Evidence evidence) {
        return evidence.audit().orders().repeated();
    }
}
