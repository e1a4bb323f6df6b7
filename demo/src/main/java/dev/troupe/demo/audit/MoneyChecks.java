package dev.troupe.demo.audit;

import dev.troupe.demo.audit.OrderBook.Order;
import dev.troupe.demo.audit.ProviderBook.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What must be true of money, order by order, by the ledger of the provider. */
final class MoneyChecks {

    private static final Account NOTHING = new Account();

    private MoneyChecks() {}

    static List<String> chargedTwice(Evidence evidence) {
        return evidence.provider().accounts().entrySet().stream()
                .filter(entry -> !entry.getValue().isChargedOnce())
                .map(entry -> "order %s was charged more than once".formatted(entry.getKey()))
                .sorted()
                .toList();
    }

    /** What is authorized is captured, voided or open, by the ledger and by the facts alike; at the end nothing is open. */
    static List<String> notConserved(Evidence evidence) {
        Summary.Money facts = evidence.audit().money();
        List<String> broken = new ArrayList<>();
        differ(broken, "authorized", sum(evidence, Account::authorized), facts.authorizedMinor());
        differ(broken, "captured", sum(evidence, Account::captured), facts.capturedMinor());
        differ(broken, "voided", sum(evidence, Account::voided), facts.voidedMinor());
        differ(broken, "refunded", sum(evidence, Account::refunded), facts.refundedMinor());
        evidence.provider().accounts().forEach((order, account) -> {
            if (account.open() != 0) {
                broken.add("order %s: of %d authorized, %d are neither captured nor voided"
                        .formatted(order, account.authorized(), account.open()));
            }
        });
        return broken;
    }

    private static void differ(List<String> broken, String what, long ledger, long facts) {
        if (ledger != facts) {
            broken.add("%s: the provider has %d, the facts %d".formatted(what, ledger, facts));
        }
    }

    private static long sum(Evidence evidence, ToLongFunction<Account> amount) {
        return evidence.provider().accounts().values().stream()
                .mapToLong(amount)
                .sum();
    }

    /** A completed order is paid in full, and from any other nothing is taken. */
    static List<String> chargedOtherwise(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        Map<String, Account> accounts = evidence.provider().accounts();
        evidence.audit().orders().orders().forEach((id, order) -> {
            long owed = order.has("order.completed") ? order.total() : 0;
            long captured = accounts.getOrDefault(id, NOTHING).captured();
            if (captured != owed || captured != order.captured()) {
                broken.add("order %s is %s and costs %d; the provider took %d, the facts say %d"
                        .formatted(id, order.status(), order.total(), captured, order.captured()));
            }
        });
        accounts.forEach((id, account) -> {
            if (account.authorized() != 0 && !evidence.audit().orders().orders().containsKey(id)) {
                broken.add("the provider held money for order %s, which does not exist".formatted(id));
            }
        });
        return broken;
    }

    static List<String> refundedTooMuch(Evidence evidence) {
        return evidence.provider().accounts().entrySet().stream()
                .filter(entry -> entry.getValue().refunded() > entry.getValue().captured())
                .map(entry -> "order %s: %d captured, %d refunded"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().captured(),
                                entry.getValue().refunded()))
                .toList();
    }

    static List<String> refundsNotPaid(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        evidence.promised().refunds().forEach((id, refund) -> {
            Account account = evidence.provider().accounts().getOrDefault(refund.orderId(), NOTHING);
            Order order = evidence.audit().orders().orders().get(refund.orderId());
            long paid = account.refunds().getOrDefault(id, 0L);
            if (paid != refund.amountMinor() || order == null || order.refunded() != account.refunded()) {
                broken.add("refund %s of order %s: %d were promised, %d were paid"
                        .formatted(id, refund.orderId(), refund.amountMinor(), paid));
            }
        });
        return broken;
    }
}
