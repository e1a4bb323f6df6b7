package dev.troupe.demo.audit;

import dev.troupe.demo.audit.StockBook.Pieces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Whether the read models say what the facts say. */
final class ViewChecks {

    private static final Pieces NO_PIECES = new Pieces(0, 0);

    private ViewChecks() {}

    static List<String> disagreements(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        Map<String, String> statuses = new HashMap<>();
        Map<String, Views.Money> money = new HashMap<>();
        evidence.audit().orders().orders().forEach((id, order) -> {
            String status = order.status();
            if (status != null) {
                statuses.put(id, status);
                money.put(id, new Views.Money(order.captured(), order.refunded()));
            }
        });
        Map<String, String> notifications = new HashMap<>();
        evidence.audit().orders().notifications().forEach((id, fact) -> notifications.put(id, status(fact)));
        compare(broken, "order", statuses, evidence.views().orders());
        compare(broken, "payment of order", money, evidence.views().payments());
        compare(broken, "notification", notifications, evidence.views().notifications());
        compare(
                broken,
                "stock of",
                nonZero(evidence.audit().stock().pieces()),
                nonZero(evidence.views().stock()));
        return broken;
    }

    private static <T> void compare(List<String> broken, String what, Map<String, T> facts, Map<String, T> view) {
        TreeSet<String> ids = new TreeSet<>(facts.keySet());
        ids.addAll(view.keySet());
        for (String id : ids) {
            if (!Objects.equals(facts.get(id), view.get(id))) {
                broken.add("%s %s: the facts say %s, the view %s".formatted(what, id, facts.get(id), view.get(id)));
            }
        }
    }

    private static Map<String, Pieces> nonZero(Map<String, Pieces> stock) {
        Map<String, Pieces> some = new HashMap<>(stock);
        some.values().removeIf(NO_PIECES::equals);
        return some;
    }

    private static String status(String fact) {
        return switch (fact) {
            case "notification.sent" -> "SENT";
            case "notification.failed" -> "FAILED";
            default -> "REQUESTED";
        };
    }
}
