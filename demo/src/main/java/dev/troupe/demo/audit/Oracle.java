package dev.troupe.demo.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Judges a run from outside the services: names each promise, and all that contradicts it. */
public final class Oracle {

    private static final Map<String, Function<Evidence, List<String>>> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("everyAcknowledgedOrderExists", OrderChecks::lost);
        CHECKS.put("everyAcknowledgedOrderEnded", OrderChecks::notEnded);
        CHECKS.put("everyAcknowledgedOrderIsShown", OrderChecks::shownOtherwise);
        CHECKS.put("everyAcknowledgedCancellationHolds", OrderChecks::cancelledInVain);
        CHECKS.put("everyFlowEnded", OrderChecks::openFlows);
        CHECKS.put("noFactTwice", OrderChecks::repeatedFacts);
        CHECKS.put("oneChargePerOrder", MoneyChecks::chargedTwice);
        CHECKS.put("moneyConserved", MoneyChecks::notConserved);
        CHECKS.put("chargedAsOrdered", MoneyChecks::chargedOtherwise);
        CHECKS.put("refundedAtMostCaptured", MoneyChecks::refundedTooMuch);
        CHECKS.put("everyAcknowledgedRefundPaid", MoneyChecks::refundsNotPaid);
        CHECKS.put("stockConserved", StockChecks::notConserved);
        CHECKS.put("neverOversold", StockChecks::oversold);
        CHECKS.put("oneMailPerFact", MailChecks::notOnce);
        CHECKS.put("viewsAgreeWithFacts", ViewChecks::disagreements);
        CHECKS.put("streamsAreWhole", evidence -> evidence.audit().streams().broken());
        CHECKS.put("nothingParked", evidence -> evidence.remains().deadLetters());
        CHECKS.put("nothingOverdue", evidence -> evidence.remains().overdueJobs());
        CHECKS.put("everyEventSeen", evidence -> evidence.remains().laggingTokens());
    }

    private Oracle() {}

    /** One verdict per promise, always all of them. */
    public static List<Verdict> judge(Evidence evidence) {
        return CHECKS.entrySet().stream()
                .map(check -> Verdict.of(check.getKey(), check.getValue().apply(evidence)))
                .toList();
    }
}
