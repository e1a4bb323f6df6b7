package dev.troupe.payment.view;

import static dev.troupe.payment.PaymentFixture.REFERENCE;
import static dev.troupe.payment.PaymentFixture.authorizationStarted;
import static dev.troupe.payment.PaymentFixture.authorized;
import static dev.troupe.payment.PaymentFixture.cancellationNoted;
import static dev.troupe.payment.PaymentFixture.cancelled;
import static dev.troupe.payment.PaymentFixture.captured;
import static dev.troupe.payment.PaymentFixture.declined;
import static dev.troupe.payment.PaymentFixture.refundStarted;
import static dev.troupe.payment.PaymentFixture.refunded;
import static dev.troupe.payment.PaymentFixture.requested;
import static dev.troupe.payment.PaymentFixture.voidStarted;
import static dev.troupe.payment.PaymentFixture.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.PaymentEvent;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.payment.domain.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentSummaryProjectionTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final PaymentSummaryProjection projection = new PaymentSummaryProjection();

    @Test
    void aRequestedPaymentSaysHowMuch() {
        PaymentSummary row = row(requested());
        assertThat(row.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(row.amountMinor()).isEqualTo(2450);
        assertThat(row.currency()).isEqualTo("GBP");
        assertThat(row.createdAt()).isEqualTo(START).isEqualTo(row.updatedAt());
    }

    @Test
    void aCapturedPaymentKeepsTheProvidersReference() {
        PaymentSummary row = row(requested(), authorizationStarted(), authorized(), captured());
        assertThat(row.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(row.capturedMinor()).isEqualTo(2450);
        assertThat(row.providerReference()).isEqualTo(REFERENCE);
        assertThat(row.createdAt()).isEqualTo(START);
        assertThat(row.updatedAt()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void refundsAreSummedUpAskedForAndDone() {
        PaymentSummary row = row(
                requested(),
                authorizationStarted(),
                authorized(),
                captured(),
                refundStarted("r-1", 1000),
                refundStarted("r-2", 50),
                refunded("r-1", 1000));
        assertThat(row.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(row.capturedMinor()).isEqualTo(2450);
        assertThat(row.refundRequestedMinor()).isEqualTo(1050);
        assertThat(row.refundedMinor()).isEqualTo(1000);
    }

    @Test
    void aDeclinedPaymentSaysWhy() {
        PaymentSummary row = row(requested(), authorizationStarted(), declined(DeclineReason.TIMED_OUT));
        assertThat(row.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(row.reason()).isEqualTo(DeclineReason.TIMED_OUT);
    }

    @Test
    void aCancellationThatCrossedTheAuthorizationCanBeFollowedToItsEnd() {
        assertThat(row(requested(), authorizationStarted(), cancellationNoted()).status())
                .isEqualTo(PaymentStatus.ASKING);
        PaymentSummary row =
                row(requested(), authorizationStarted(), cancellationNoted(), authorized(), voidStarted(), voided());
        assertThat(row.cancellationNoted()).isTrue();
        assertThat(row.status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(row.capturedMinor()).isZero();
    }

    @Test
    void aPaymentCancelledBeforeItWasRequestedHasNoAmount() {
        PaymentSummary row = row(cancelled());
        assertThat(row.status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(row.amountMinor()).isNull();
        assertThat(row(requested(), cancelled()).amountMinor()).isEqualTo(2450);
    }

    @Test
    void aReplayThatBeginsInTheMiddleOfAPaymentMakesNoRow() {
        assertThat(fold(authorized(), captured())).isNull();
    }

    @Test
    void everyFactAboutAPaymentIsFolded() {
        assertThat(projection.folds().keySet()).containsExactlyInAnyOrder(PaymentEvent.class.getPermittedSubclasses());
        assertThat(projection.keyColumn()).isEqualTo("order_id");
    }

    private PaymentSummary row(PaymentEvent... facts) {
        return Objects.requireNonNull(fold(facts));
    }

    private @Nullable PaymentSummary fold(PaymentEvent... facts) {
        PaymentSummary row = null;
        int position = 0;
        for (PaymentEvent fact : List.of(facts)) {
            var fold = Objects.requireNonNull(projection.folds().get(fact.getClass()));
            assertThat(fold.keys().apply(fact)).containsExactly("o-1");
            row = fold.fold().fold(row, "o-1", fact, new Recorded(position, START.plusSeconds(position), "o-1"));
            position++;
        }
        return row;
    }
}
