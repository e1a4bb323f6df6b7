package dev.troupe.payment.domain;

import static dev.troupe.payment.PaymentFixture.AMOUNT;
import static dev.troupe.payment.PaymentFixture.ORDER;
import static dev.troupe.payment.PaymentFixture.REFERENCE;
import static dev.troupe.payment.PaymentFixture.authorizationStarted;
import static dev.troupe.payment.PaymentFixture.authorized;
import static dev.troupe.payment.PaymentFixture.cancellationNoted;
import static dev.troupe.payment.PaymentFixture.cancelled;
import static dev.troupe.payment.PaymentFixture.captured;
import static dev.troupe.payment.PaymentFixture.declined;
import static dev.troupe.payment.PaymentFixture.requested;
import static dev.troupe.payment.PaymentFixture.voidStarted;
import static dev.troupe.payment.PaymentFixture.voided;

import dev.troupe.events.DeclineReason;
import dev.troupe.events.Money;
import dev.troupe.events.PaymentEvent;
import dev.troupe.payment.domain.PaymentCommand.CancelPayment;
import dev.troupe.payment.domain.PaymentCommand.RecordAuthorization;
import dev.troupe.payment.domain.PaymentCommand.RecordCapture;
import dev.troupe.payment.domain.PaymentCommand.RecordDecline;
import dev.troupe.payment.domain.PaymentCommand.RecordRefund;
import dev.troupe.payment.domain.PaymentCommand.RecordVoid;
import dev.troupe.payment.domain.PaymentCommand.RequestPayment;
import dev.troupe.payment.domain.PaymentCommand.StartAuthorization;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTest {

    private static final RequestPayment REQUEST = new RequestPayment(ORDER, AMOUNT);
    private static final StartAuthorization START = new StartAuthorization(ORDER);
    private static final RecordAuthorization AUTHORIZATION = new RecordAuthorization(ORDER, REFERENCE);
    private static final RecordDecline DECLINE = new RecordDecline(ORDER, DeclineReason.REFUSED);
    private static final CancelPayment CANCEL = new CancelPayment(ORDER);
    private static final RecordVoid VOID = new RecordVoid(ORDER);
    private static final RecordCapture CAPTURE = new RecordCapture(ORDER);

    private static final List<PaymentEvent> REQUESTED = List.of(requested());
    private static final List<PaymentEvent> ASKING = List.of(requested(), authorizationStarted());
    private static final List<PaymentEvent> NOTED = List.of(requested(), authorizationStarted(), cancellationNoted());
    private static final List<PaymentEvent> AUTHORIZED = List.of(requested(), authorizationStarted(), authorized());
    private static final List<PaymentEvent> DECLINED =
            List.of(requested(), authorizationStarted(), declined(DeclineReason.REFUSED));
    private static final List<PaymentEvent> CANCELLED = List.of(requested(), cancelled());
    private static final List<PaymentEvent> CANCELLED_FIRST = List.of(cancelled());
    private static final List<PaymentEvent> VOIDING =
            List.of(requested(), authorizationStarted(), authorized(), voidStarted());
    private static final List<PaymentEvent> VOIDED =
            List.of(requested(), authorizationStarted(), authorized(), voidStarted(), voided());
    private static final List<PaymentEvent> CAPTURED =
            List.of(requested(), authorizationStarted(), authorized(), captured());

    private final FixtureConfiguration<Payment> payment = new AggregateTestFixture<>(Payment.class);

    @Test
    void theAmountToPayIsNotedFirst() {
        payment.givenNoPriorActivity().when(REQUEST).expectEvents(requested());
    }

    @Test
    void itIsOnRecordThatTheProviderMayBeAskedBeforeItIs() {
        payment.given(REQUESTED).when(START).expectEvents(authorizationStarted());
    }

    @Test
    void theProvidersReferenceIsKeptWithTheAuthorization() {
        payment.given(ASKING).when(AUTHORIZATION).expectEvents(authorized());
    }

    @ParameterizedTest
    @EnumSource(DeclineReason.class)
    void aDeclineSaysWhy(DeclineReason reason) {
        payment.given(ASKING).when(new RecordDecline(ORDER, reason)).expectEvents(declined(reason));
    }

    @Test
    void whatIsAuthorizedCanBeCaptured() {
        payment.given(AUTHORIZED).when(CAPTURE).expectEvents(captured());
    }

    @Test
    void aCancellationBeforeTheProviderIsAskedEndsThePayment() {
        payment.given(REQUESTED).when(CANCEL).expectEvents(cancelled());
    }

    @Test
    void aCancellationThatComesBeforeTheRequestEndsThePaymentToo() {
        payment.givenNoPriorActivity().when(CANCEL).expectEvents(cancelled());
    }

    @Test
    void aCancellationWhileTheProviderIsAskedIsRemembered() {
        payment.given(ASKING).when(CANCEL).expectEvents(cancellationNoted());
    }

    @Test
    void anAuthorizationThatCrossedACancellationIsRecordedAndLetGoAtOnce() {
        payment.given(NOTED).when(AUTHORIZATION).expectEvents(authorized(), voidStarted());
    }

    @Test
    void aDeclineAnswersTheCancellationItCrossed() {
        payment.given(NOTED).when(DECLINE).expectEvents(declined(DeclineReason.REFUSED));
    }

    @Test
    void aCancellationOfAnAuthorizedPaymentLetsGoOfTheMoney() {
        payment.given(AUTHORIZED).when(CANCEL).expectEvents(voidStarted());
    }

    @Test
    void whatTheProviderLetGoIsVoided() {
        payment.given(VOIDING).when(VOID).expectEvents(voided());
    }

    @ParameterizedTest
    @MethodSource("whatChangesNothing")
    void aSecondDeliveryOrALateAnswerChangesNothing(List<PaymentEvent> before, PaymentCommand command) {
        payment.given(before).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    /** Each command in every state in which it has nothing to decide. */
    static Stream<Arguments> whatChangesNothing() {
        return Stream.of(
                        ignored(
                                new RequestPayment(ORDER, new Money(1, "GBP")),
                                REQUESTED,
                                ASKING,
                                NOTED,
                                AUTHORIZED,
                                DECLINED,
                                CANCELLED,
                                CANCELLED_FIRST,
                                VOIDING,
                                VOIDED,
                                CAPTURED),
                        ignored(
                                START,
                                ASKING,
                                NOTED,
                                AUTHORIZED,
                                DECLINED,
                                CANCELLED,
                                CANCELLED_FIRST,
                                VOIDING,
                                VOIDED,
                                CAPTURED),
                        ignored(
                                new RecordAuthorization(ORDER, "another"),
                                REQUESTED,
                                AUTHORIZED,
                                DECLINED,
                                CANCELLED,
                                VOIDING,
                                VOIDED,
                                CAPTURED),
                        ignored(DECLINE, REQUESTED, AUTHORIZED, DECLINED, CANCELLED, VOIDING, VOIDED, CAPTURED),
                        ignored(CANCEL, NOTED, DECLINED, CANCELLED, CANCELLED_FIRST, VOIDING, VOIDED, CAPTURED),
                        ignored(VOID, REQUESTED, ASKING, AUTHORIZED, DECLINED, CANCELLED, VOIDED, CAPTURED),
                        ignored(CAPTURE, REQUESTED, ASKING, DECLINED, CANCELLED, VOIDING, VOIDED, CAPTURED),
                        ignored(new RecordRefund(ORDER, "never-started"), REQUESTED, AUTHORIZED, CAPTURED))
                .flatMap(cases -> cases);
    }

    @SafeVarargs
    private static Stream<Arguments> ignored(PaymentCommand command, List<PaymentEvent>... states) {
        return Stream.of(states).map(state -> Arguments.of(state, command));
    }
}
