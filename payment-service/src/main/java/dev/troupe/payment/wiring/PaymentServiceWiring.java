package dev.troupe.payment.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.payment.domain.Payment;
import dev.troupe.payment.job.AuthorizeAtProvider;
import dev.troupe.payment.job.CaptureAtProvider;
import dev.troupe.payment.job.RefundAtProvider;
import dev.troupe.payment.job.VoidAtProvider;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderSettings;
import dev.troupe.payment.reaction.WhenOrderCancelledThenCancelPayment;
import dev.troupe.payment.reaction.WhenOrderPlacedThenRequestPayment;
import dev.troupe.payment.reaction.WhenPaymentAuthorizationStartedThenAuthorizeAtProvider;
import dev.troupe.payment.reaction.WhenPaymentRefundStartedThenRefundAtProvider;
import dev.troupe.payment.reaction.WhenPaymentVoidStartedThenVoidAtProvider;
import dev.troupe.payment.reaction.WhenShipmentDispatchedThenCaptureAtProvider;
import dev.troupe.payment.reaction.WhenStockReservedThenStartAuthorization;
import dev.troupe.payment.view.PaymentSummary;
import dev.troupe.payment.view.PaymentSummaryProjection;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What payment-service contributes to the choreography. */
@Configuration(proxyBeanMethods = false)
public class PaymentServiceWiring {

    /** How long the provider may be asked, unless {@code troupe.payment.time-out} says otherwise. */
    static final String TIME_OUT = "30s";

    @Bean
    static Choreography choreography(
            PaymentProvider provider, @Value("${troupe.payment.time-out:" + TIME_OUT + "}") Duration timeOut) {
        return choreographyWith(provider, timeOut);
    }

    /** The choreography of a payment-service that asks this provider for so long. */
    public static Choreography choreographyWith(PaymentProvider provider, Duration timeOut) {
        return withoutJobs(timeOut)
                .job(new AuthorizeAtProvider(provider, timeOut, InstantSource.system()))
                .job(new CaptureAtProvider(provider))
                .job(new VoidAtProvider(provider))
                .job(new RefundAtProvider(provider))
                .build();
    }

    static Choreography.Builder withoutJobs(Duration timeOut) {
        return Choreography.of("payment")
                .aggregate(Payment.class)
                .reaction(new WhenOrderPlacedThenRequestPayment())
                .reaction(new WhenStockReservedThenStartAuthorization(timeOut))
                .reaction(new WhenPaymentAuthorizationStartedThenAuthorizeAtProvider(timeOut))
                .reaction(new WhenShipmentDispatchedThenCaptureAtProvider())
                .reaction(new WhenOrderCancelledThenCancelPayment(timeOut))
                .reaction(new WhenPaymentVoidStartedThenVoidAtProvider())
                .reaction(new WhenPaymentRefundStartedThenRefundAtProvider())
                .reactionSegments(4)
                .projection(new PaymentSummaryProjection())
                .timeLimit(TimeLimit.of("troupe.payment.time-out", timeOut).shorterThan("troupe.order.time-out"));
    }

    @Bean
    static PaymentProvider paymentProvider(Environment environment, Telemetry telemetry) {
        ProviderSettings settings = Binder.get(environment)
                .bind("troupe.payment.provider", ProviderSettings.class)
                .get();
        return new PaymentProvider(settings, telemetry);
    }

    @Bean
    static View<PaymentSummary> paymentSummaries(Troupe troupe) {
        return troupe.view(PaymentSummaryProjection.class);
    }
}
