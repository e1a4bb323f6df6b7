package dev.troupe.notification.wiring;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.notification.domain.Notification;
import dev.troupe.notification.job.RetrySchedule;
import dev.troupe.notification.job.SendMail;
import dev.troupe.notification.mail.GuardedMailer;
import dev.troupe.notification.mail.SmtpMailer;
import dev.troupe.notification.mail.SmtpSettings;
import dev.troupe.notification.template.MailTemplates;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.util.SupplierUtil;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts together what sends mails. */
@Factory
class MailBeans {

    @Singleton
    @Bean(preDestroy = "close")
    SmtpMailer smtpMailer(SmtpSettings settings) {
        return new SmtpMailer(settings);
    }

    @Singleton
    CircuitBreaker mailServerBreaker(@Property(name = "troupe.mail.rest", defaultValue = "10s") Duration rest) {
        return CircuitBreaker.of(
                "mail-server",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    @Singleton
    RetrySchedule retries(
            @Property(name = "troupe.mail.attempts", defaultValue = "20") int attempts,
            @Property(name = "troupe.mail.first-retry", defaultValue = "1s") Duration first,
            @Property(name = "troupe.mail.longest-retry", defaultValue = "15m") Duration longest) {
        return new RetrySchedule(attempts, first, longest);
    }

    /**
     * The running service is looked up only when there is a mail to send, as it needs this job before it can run; and once, as a context that is
     * being closed would make another for a mail that is still on its way.
     */
    @Singleton
    SendMail sendMail(
            BeanProvider<Troupe> troupe,
            SealedValues sealedValues,
            SmtpMailer mailer,
            CircuitBreaker breaker,
            RetrySchedule retries) {
        Supplier<Troupe> running = SupplierUtil.memoized(troupe::get);
        return new SendMail(
                id -> running.get()
                        .states()
                        .look(Notification.class, id.stream(), Notification::pending)
                        .flatMap(Function.identity()),
                sealedValues,
                new MailTemplates(),
                new GuardedMailer(mailer, breaker),
                retries);
    }
}
