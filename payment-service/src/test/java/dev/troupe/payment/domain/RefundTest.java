package dev.troupe.payment.domain;

import static dev.troupe.payment.PaymentFixture.ORDER;
import static dev.troupe.payment.PaymentFixture.authorizationStarted;
import static dev.troupe.payment.PaymentFixture.authorized;
import static dev.troupe.payment.PaymentFixture.captured;
import static dev.troupe.payment.PaymentFixture.refundStarted;
import static dev.troupe.payment.PaymentFixture.refunded;
import static dev.troupe.payment.PaymentFixture.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.payment.domain.PaymentCommand.RecordRefund;
import dev.troupe.payment.domain.PaymentCommand.StartRefund;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class RefundTest {

    private final FixtureConfiguration<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @Test
    void capturedMoneyCanBeReturnedInParts() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000), refunded("r-1", 1000))
                .when(new StartRefund(ORDER, "r-2", 1450))
                .expectEvents(refundStarted("r-2", 1450));
    }

    @Test
    void aRefundIsDoneOnceTheProviderReturnedTheMoney() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000))
                .when(new RecordRefund(ORDER, "r-1"))
                .expectEvents(refunded("r-1", 1000));
    }

    @Test
    void aRefundThatIsDoneIsNotDoneAgain() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000), refunded("r-1", 1000))
                .when(new RecordRefund(ORDER, "r-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void askingForTheSameRefundAgainChangesNothingEvenWhenNothingIsLeft() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 2450), refunded("r-1", 2450))
                .when(new StartRefund(ORDER, "r-1", 2450))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherAmountUnderTheSameRefundIsRefused() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000))
                .when(new StartRefund(ORDER, "r-1", 999))
                .expectNoEvents()
                .expectException(refusal("refund-already-started"));
    }

    @Test
    void moreThanWasCapturedIsNotReturnedEvenWhileEarlierRefundsAreUnderWay() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000))
                .when(new StartRefund(ORDER, "r-2", 1451))
                .expectNoEvents()
                .expectException(refusal("refund-exceeds-captured"));
    }

    @Test
    void whatIsNotCapturedCannotBeReturned() {
        payment.given(requested(), authorizationStarted(), authorized())
                .when(new StartRefund(ORDER, "r-1", 1))
                .expectNoEvents()
                .expectException(refusal("payment-not-captured"));
    }

    @Test
    void theStateTellsWhatIsAskedForAndWhatIsReturned() {
        aCapturedPayment()
                .andGiven(refundStarted("r-1", 1000), refunded("r-1", 1000))
                .when(new StartRefund(ORDER, "r-2", 50))
                .expectState(after -> {
                    assertThat(after.state().status()).isEqualTo(PaymentStatus.CAPTURED);
                    assertThat(after.state().capturedMinor()).isEqualTo(2450);
                    assertThat(after.state().refundRequestedMinor()).isEqualTo(1050);
                    assertThat(after.state().refundedMinor()).isEqualTo(1000);
                });
    }

    @Test
    void aRefundOfNothingCannotBeAskedFor() {
        assertThatThrownBy(() -> new StartRefund(ORDER, "r-1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    private TestExecutor<Payment> aCapturedPayment() {
        return payment.given(requested(), authorizationStarted(), authorized(), captured());
    }

    private static Matcher<Refusal> refusal(String type) {
        return new CustomTypeSafeMatcher<>("a refusal of type " + type) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.type().equals(type) && refusal.status() == 409;
            }
        };
    }
}
