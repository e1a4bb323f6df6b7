package dev.troupe.payment.job;

import static dev.troupe.payment.PaymentFixture.AMOUNT;
import static dev.troupe.payment.PaymentFixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.Money;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.job.JobResult.TryAgain;
import dev.troupe.payment.ProviderFixture;
import dev.troupe.payment.domain.PaymentCommand.RecordCapture;
import dev.troupe.payment.domain.PaymentCommand.RecordRefund;
import dev.troupe.payment.domain.PaymentCommand.RecordVoid;
import dev.troupe.payment.provider.PaymentProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Capture, void and refund at the real provider: each has its effect once, however its answer gets lost. */
class SettlementJobsTest {

    private static final Map<String, Object> ANSWERS_GET_LOST = Map.of("timeoutAfterChargePercent", 100);
    private static final RefundAtProvider.Refund REFUND =
            new RefundAtProvider.Refund(ORDER, "r-1", new Money(1000, "GBP"));

    private final ProviderFixture provider = new ProviderFixture();
    private final PaymentProvider client = provider.client();

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    @Test
    void whatIsHeldIsCollectedOnce() {
        client.authorize(ORDER, AMOUNT);
        assertThat(capture(0)).isEqualTo(JobResult.done(new RecordCapture(ORDER)));
        assertThat(capture(0)).isEqualTo(JobResult.done(new RecordCapture(ORDER)));
        assertThat(provider.ledger("capturedMinor")).isEqualTo(AMOUNT.amountMinor());
    }

    @Test
    void aCaptureWhoseAnswersGetLostIsTriedUntilItIsKnownAndHappensOnce() throws Exception {
        client.authorize(ORDER, AMOUNT);
        provider.order(ANSWERS_GET_LOST);
        assertThat(capture(0)).isInstanceOf(TryAgain.class);

        provider.orderNoFaults();
        assertThat(capture(1)).isEqualTo(JobResult.done(new RecordCapture(ORDER)));
        assertThat(provider.ledger("charges")).isEqualTo(1);
    }

    @Test
    void whatIsHeldIsLetGoThoughAnswersGetLost() throws Exception {
        client.authorize(ORDER, AMOUNT);
        provider.order(ANSWERS_GET_LOST);
        assertThat(letGo(0)).isInstanceOf(TryAgain.class);

        provider.orderNoFaults();
        assertThat(letGo(1)).isEqualTo(JobResult.done(new RecordVoid(ORDER)));
        assertThat(provider.ledger("voidedMinor")).isEqualTo(AMOUNT.amountMinor());
        assertThat(provider.ledger("openMinor")).isZero();
    }

    @Test
    void aRefundWhoseAnswersGetLostReturnsTheMoneyOnce() throws Exception {
        client.authorize(ORDER, AMOUNT);
        client.capture(ORDER);
        provider.order(ANSWERS_GET_LOST);
        assertThat(refund(0)).isInstanceOf(TryAgain.class);

        provider.orderNoFaults();
        assertThat(refund(1)).isEqualTo(JobResult.done(new RecordRefund(ORDER, "r-1")));
        assertThat(provider.ledger("refundedMinor")).isEqualTo(1000);
    }

    @Test
    void aProviderThatContradictsTheRecordIsLeftToAPerson() {
        client.authorize(ORDER, AMOUNT);
        client.cancel(ORDER);
        assertThat(capture(0)).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.reason())
                .contains("authorization-voided"));
    }

    @Test
    void aProviderThatLostItsMemoryIsLeftToAPerson() {
        assertThat(letGo(0)).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.reason())
                .contains("the provider says CLOSED"));
    }

    private JobResult capture(int attempt) {
        return new CaptureAtProvider(client).run(new CaptureAtProvider.Held(ORDER), context(attempt));
    }

    private JobResult letGo(int attempt) {
        return new VoidAtProvider(client).run(new VoidAtProvider.Held(ORDER), context(attempt));
    }

    private JobResult refund(int attempt) {
        return new RefundAtProvider(client).run(REFUND, context(attempt));
    }

    private static JobContext context(int attempt) {
        return new JobContext(ORDER.paymentStream(), ORDER.value(), attempt, Instant.now());
    }
}
