package dev.troupe.payment.job;

import static dev.troupe.payment.PaymentFixture.AMOUNT;
import static dev.troupe.payment.PaymentFixture.ORDER;
import static dev.troupe.payment.PaymentFixture.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.job.JobResult.TryAgain;
import dev.troupe.payment.ProviderFixture;
import dev.troupe.payment.domain.PaymentCommand.RecordAuthorization;
import dev.troupe.payment.domain.PaymentCommand.RecordDecline;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real provider, with every fault it can be ordered; its ledger says how often the customer was charged. */
class AuthorizeAtProviderTest {

    private static final Instant REQUESTED_AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant IN_TIME = REQUESTED_AT.plusSeconds(1);
    private static final Instant TOO_LATE = REQUESTED_AT.plusSeconds(30);
    private static final AuthorizeAtProvider.Charge CHARGE = new AuthorizeAtProvider.Charge(ORDER, AMOUNT);
    private static final JobResult AUTHORIZED = JobResult.done(new RecordAuthorization(ORDER, REFERENCE));
    private static final JobResult REFUSED = JobResult.done(new RecordDecline(ORDER, DeclineReason.REFUSED));
    private static final JobResult TIMED_OUT = JobResult.done(new RecordDecline(ORDER, DeclineReason.TIMED_OUT));

    private final ProviderFixture provider = new ProviderFixture();
    private final PaymentProvider client = provider.client();

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    @Test
    void theMoneyIsHeldOnce() {
        assertThat(attempt(0, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizedMinor")).isEqualTo(AMOUNT.amountMinor());
    }

    @Test
    void aJobThatIsDoneAgainFromTheStartHoldsTheMoneyOnce() {
        attempt(0, IN_TIME);
        assertThat(attempt(0, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizations")).isEqualTo(1);
    }

    @Test
    void whatTheProviderRefusesIsDeclined() throws Exception {
        provider.order(Map.of("declineKeys", List.of(ORDER.paymentStream())));
        assertThat(attempt(0, IN_TIME)).isEqualTo(REFUSED);
        assertThat(provider.ledger("authorizations")).isZero();
    }

    @Test
    void anAnswerLostAfterTheChargeIsAskedForAndNotPaidTwice() throws Exception {
        provider.order(Map.of("timeoutAfterChargePercent", 100));
        assertThat(attempt(0, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizations")).isEqualTo(1);
    }

    @Test
    void aRequestLostBeforeTheChargeIsSentAgainLater() throws Exception {
        provider.order(Map.of("timeoutBeforeChargePercent", 100));
        assertThat(attempt(0, IN_TIME)).satisfies(triesAgainBecause("did not answer within 300 ms"));
        assertThat(provider.ledger("authorizations")).isZero();

        provider.orderNoFaults();
        assertThat(attempt(1, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizations")).isEqualTo(1);
    }

    @Test
    void slowRequestsThatAllArriveInTheEndHoldTheMoneyOnce() throws Exception {
        provider.order(Map.of("slowPercent", 100, "slowMillis", 3000));
        assertThat(attempt(0, IN_TIME)).satisfies(triesAgainBecause("did not answer"));

        await().untilAsserted(
                        () -> assertThat(provider.ledger("authorizations")).isEqualTo(1));
        assertThat(attempt(1, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizations")).isEqualTo(1);
    }

    @Test
    void aFailingProviderIsAskedAgainLater() throws Exception {
        provider.order(Map.of("serverErrorPercent", 100));
        assertThat(attempt(0, IN_TIME)).satisfies(triesAgainBecause("answered 500"));

        provider.orderNoFaults();
        assertThat(attempt(1, IN_TIME)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("authorizations")).isEqualTo(1);
    }

    @Test
    void aProviderThatWasDownIsAskedAgainOnceItIsUp() throws Exception {
        provider.order(Map.of("down", true));
        assertThat(attempt(0, IN_TIME)).satisfies(triesAgainBecause("answered 503"));
        assertThat(attempt(1, IN_TIME)).satisfies(triesAgainBecause("answered 503"));

        provider.orderNoFaults();
        assertThat(attempt(2, IN_TIME)).isEqualTo(AUTHORIZED);
    }

    @Test
    void aProviderThatCannotBeReachedDecidesNothingHoweverLate() throws IOException {
        provider.close();
        assertThat(attempt(0, IN_TIME)).satisfies(triesAgainBecause("cannot be reached"));
        assertThat(attempt(9, TOO_LATE)).satisfies(triesAgainBecause("cannot be reached"));
    }

    @Test
    void whenTimeIsUpAndNothingIsHeldTheKeyIsClosedAndOnlyThenIsThePaymentDeclined() {
        assertThat(attempt(3, TOO_LATE)).isEqualTo(TIMED_OUT);
        assertThat(provider.ledger("closed")).isEqualTo(1);
        assertThat(attempt(3, TOO_LATE)).as("done again after a crash").isEqualTo(TIMED_OUT);
    }

    @Test
    void aRequestThatArrivesAfterTheKeyWasClosedHoldsNothing() {
        attempt(1, TOO_LATE);
        assertThat(attempt(0, IN_TIME)).isEqualTo(TIMED_OUT);
        assertThat(provider.ledger("authorizations")).isZero();
    }

    @Test
    void whenTimeIsUpButTheMoneyIsHeldThatIsRecorded() throws Exception {
        provider.order(Map.of("timeoutAfterChargePercent", 100));
        client.authorize(ORDER, AMOUNT);
        assertThat(attempt(1, TOO_LATE)).isEqualTo(AUTHORIZED);
        assertThat(provider.ledger("openMinor")).isEqualTo(AMOUNT.amountMinor());
    }

    @Test
    void whenTimeIsUpButTheProviderRefusedThatIsRecorded() throws Exception {
        provider.order(Map.of("declineKeys", List.of(ORDER.paymentStream())));
        client.authorize(ORDER, AMOUNT);
        assertThat(attempt(1, TOO_LATE)).isEqualTo(REFUSED);
    }

    @Test
    void whenTimeIsUpJustAsTheMoneyWasHeldItStaysHeld() {
        client.authorize(ORDER, AMOUNT);
        assertThat(client.close(ORDER).status()).isEqualTo(ProviderStatus.AUTHORIZED);
        assertThat(provider.ledger("openMinor")).isEqualTo(AMOUNT.amountMinor());
    }

    @Test
    void anotherAmountUnderTheSameKeyIsLeftToAPerson() {
        client.authorize(ORDER, new Money(1, "GBP"));
        assertThat(attempt(0, IN_TIME)).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.reason())
                .contains("key-reused"));
        assertThat(attempt(1, IN_TIME)).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.reason())
                .contains("another amount"));
    }

    @Test
    void whatSomebodyVoidedAtTheProviderIsDeclined() {
        client.authorize(ORDER, AMOUNT);
        client.cancel(ORDER);
        assertThat(attempt(1, IN_TIME)).isEqualTo(REFUSED);
    }

    @Test
    void theNextAttemptDoesNotComeAfterTimeIsUp() throws Exception {
        provider.order(Map.of("down", true));
        assertThat(attempt(10, TOO_LATE.minusMillis(20)))
                .isInstanceOfSatisfying(
                        TryAgain.class, again -> assertThat(again.after()).isEqualTo(Duration.ofMillis(20)));
    }

    private JobResult attempt(int attempt, Instant now) {
        return new AuthorizeAtProvider(client, Duration.ofSeconds(30), InstantSource.fixed(now))
                .run(CHARGE, new JobContext(ORDER.paymentStream(), ORDER.value(), attempt, REQUESTED_AT));
    }

    private static org.assertj.core.api.ThrowingConsumer<JobResult> triesAgainBecause(String reason) {
        return result -> assertThat(result).isInstanceOfSatisfying(TryAgain.class, again -> {
            assertThat(again.reason()).contains(reason);
            assertThat(again.after()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
        });
    }
}
