package dev.troupe.payment.domain;

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
import dev.troupe.payment.view.PaymentSummary;
import dev.troupe.payment.view.PaymentSummaryProjection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether an answer comes from the view or from the aggregate must make no difference to whoever asked. */
class PaymentStateTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @MethodSource("histories")
    void theAggregateSaysWhatTheViewWillSay(List<PaymentEvent> history) {
        Payment payment = new Payment();
        PaymentSummary row = null;
        for (int i = 0; i < history.size(); i++) {
            PaymentEvent fact = history.get(i);
            Instant at = START.plusSeconds(i);
            payment.on(fact, at, null);
            row = Objects.requireNonNull(new PaymentSummaryProjection().folds().get(fact.getClass()))
                    .fold()
                    .fold(row, "o-1", fact, new Recorded(i, at, "o-1"));
            assertThat(PaymentSummary.of(payment.state())).isEqualTo(row);
        }
    }

    static Stream<List<PaymentEvent>> histories() {
        return Stream.of(
                List.of(cancelled()),
                List.of(requested(), cancelled()),
                List.of(requested(), authorizationStarted(), declined(DeclineReason.REFUSED)),
                List.of(
                        requested(),
                        authorizationStarted(),
                        cancellationNoted(),
                        authorized(),
                        voidStarted(),
                        voided()),
                List.of(
                        requested(),
                        authorizationStarted(),
                        authorized(),
                        captured(),
                        refundStarted("r-1", 100),
                        refundStarted("r-2", 50),
                        refunded("r-2", 50)));
    }
}
