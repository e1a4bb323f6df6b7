package dev.troupe.demo.audit;

import static dev.troupe.demo.audit.HealthyRun.NOON;
import static dev.troupe.demo.audit.HealthyRun.goods;
import static dev.troupe.demo.audit.HealthyRun.money;
import static dev.troupe.demo.audit.HealthyRun.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.audit.Evidence.Span;
import dev.troupe.demo.audit.Promised.Refund;
import dev.troupe.demo.audit.StockBook.Pieces;
import dev.troupe.demo.mail.Mailbox.Arrival;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle believes a healthy run, and each of its checks finds the bug it is there for. */
class OracleTest {

    private static final Arrival FIRST = new Arrival(NOON, "<completed>");
    private static final Arrival AGAIN = new Arrival(NOON.plusSeconds(9), "<completed>");

    private final HealthyRun run = new HealthyRun();

    @Test
    void aHealthyRunKeepsEveryPromise() {
        assertThat(Oracle.judge(run.evidence())).allMatch(Verdict::holds, "holds");
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugIsFoundByTheCheckThatIsThereForIt(Bug bug) {
        bug.plant().accept(run);

        assertThat(broken()).contains(bug.promise());
    }

    @Test
    void noCheckIsWithoutABugThatItFinds() {
        Set<String> promises =
                Oracle.judge(run.evidence()).stream().map(Verdict::promise).collect(Collectors.toSet());

        assertThat(bugs().map(Bug::promise)).containsAll(promises);
    }

    @Test
    void theSameMailMayComeAgainAfterItsSenderWasKilledAndCouldNotKnow() {
        run.mails.put("mail-completed", List.of(FIRST, AGAIN));
        run.excuses.add(new Span(NOON.plusSeconds(1), NOON.plusSeconds(6)));

        assertThat(broken()).isEmpty();
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug(
                        "everyAcknowledgedOrderExists",
                        "an acknowledged order was not stored",
                        run -> run.orders.add("never-stored")),
                new Bug(
                        "everyAcknowledgedOrderEnded",
                        "an order is never completed",
                        run -> run.forget("order.completed", "completed")),
                new Bug(
                        "everyAcknowledgedOrderIsShown",
                        "an order is not found any more",
                        run -> run.answers.put("completed", "HTTP 404")),
                new Bug(
                        "everyAcknowledgedCancellationHolds",
                        "a cancellation is forgotten",
                        run -> run.cancellations.add("completed")),
                new Bug("everyFlowEnded", "stock is not released", run -> run.forget("stock.released", "cancelled")),
                new Bug(
                        "noFactTwice",
                        "a fact is recorded again when its cause is delivered again",
                        run -> run.event("order-completed", "completed", "order.confirmed", order("completed"))),
                new Bug(
                        "noFactTwice",
                        "a mail is sent and recorded again",
                        run -> run.event(
                                "notification-completed",
                                "completed",
                                "notification.sent",
                                order("completed").put("notificationId", "mail-completed"))),
                new Bug(
                        "oneChargePerOrder",
                        "the payment's key is random",
                        run -> run.entry("payment-random", "completed", "AUTHORIZED", 500)),
                new Bug(
                        "oneChargePerOrder",
                        "the provider takes the money again",
                        run -> run.entry("completed", "CAPTURED", 500)),
                new Bug("moneyConserved", "money stays held", run -> {
                    run.ledger.removeIf(entry -> entry.contains("VOIDED"));
                    run.forget("payment.voided", "cancelled");
                }),
                new Bug(
                        "moneyConserved",
                        "a capture is recorded that never was",
                        run -> run.ledger.removeIf(entry -> entry.contains("CAPTURED"))),
                new Bug("chargedAsOrdered", "a cancelled order is charged", run -> {
                    run.entry("rejected", "AUTHORIZED", 1);
                    run.entry("rejected", "CAPTURED", 1);
                }),
                new Bug(
                        "refundedAtMostCaptured",
                        "more is returned than was taken",
                        run -> run.entry("completed", "REFUNDED", 251)),
                new Bug(
                        "everyAcknowledgedRefundPaid",
                        "a refund is forgotten",
                        run -> run.refunds.put("r-2", new Refund("completed", 5))),
                new Bug(
                        "stockConserved",
                        "goods that were shipped are still on the shelf",
                        run -> run.stockView.put("main/CUP", new Pieces(10, 0))),
                new Bug(
                        "neverOversold",
                        "the shelf holds less than is reserved",
                        run -> run.stockView.put("main/CUP", new Pieces(8, 9))),
                new Bug(
                        "neverOversold",
                        "more is reserved than there is",
                        run -> run.event("warehouse-main", "oversold", "stock.reserved", goods("oversold", 9))),
                new Bug(
                        "oneMailPerFact",
                        "a mail is sent twice",
                        run -> run.mails.put("mail-completed", List.of(FIRST, AGAIN))),
                new Bug("oneMailPerFact", "a mail is made anew for the second attempt", run -> {
                    run.excuses.add(new Span(NOON, AGAIN.at()));
                    run.mails.put("mail-completed", List.of(FIRST, new Arrival(AGAIN.at(), "<random>")));
                }),
                new Bug(
                        "oneMailPerFact",
                        "a mail is recorded as sent and was not",
                        run -> run.mails.remove("mail-rejected")),
                new Bug(
                        "oneMailPerFact",
                        "a mail is about nothing",
                        run -> run.mails.put("mail-nothing", List.of(FIRST))),
                new Bug(
                        "viewsAgreeWithFacts",
                        "a projection counts twice",
                        run -> run.stockView.put("main/CUP", new Pieces(18, 0))),
                new Bug(
                        "viewsAgreeWithFacts",
                        "a projection skips an event",
                        run -> run.orderView.put("completed", "CONFIRMED")),
                new Bug("streamsAreWhole", "an event is lost", run -> run.forget("order.confirmed", "completed")),
                new Bug(
                        "nothingParked",
                        "an event cannot be handled",
                        run -> run.remains = new Remains(List.of("order-reactions: a letter"), List.of(), List.of())),
                new Bug(
                        "nothingOverdue",
                        "a job is never done",
                        run -> run.remains = new Remains(List.of(), List.of("capture-payment"), List.of())),
                new Bug(
                        "everyEventSeen",
                        "the write of a token is skipped",
                        run -> run.remains = new Remains(List.of(), List.of(), List.of("stock_level[0] at 3"))),
                new Bug(
                        "moneyConserved",
                        "an authorization is recorded that never was",
                        run -> run.event("payment-rejected", "rejected", "payment.authorized", money("rejected", 7))));
    }

    private List<String> broken() {
        return Oracle.judge(run.evidence()).stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::promise)
                .toList();
    }

    /** A bug as it shows in the evidence. */
    private record Bug(String promise, String name, Consumer<HealthyRun> plant) {

        @Override
        public String toString() {
            return name;
        }
    }
}
