package dev.troupe.notification.mail;

import dev.troupe.notification.mail.Delivery.Unreachable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;

/** Leaves a mail server alone that cannot be reached, so that workers do not spend their time waiting for it. */
public final class GuardedMailer implements Mailer {

    private final Mailer mailer;
    private final CircuitBreaker breaker;

    public GuardedMailer(Mailer mailer, CircuitBreaker breaker) {
        this.mailer = mailer;
        this.breaker = breaker;
    }

    @Override
    public Delivery send(Mail mail) {
        if (!breaker.tryAcquirePermission()) {
            return new Unreachable("the mail server could not be reached lately and is left alone for a while");
        }
        long began = System.nanoTime();
        try {
            Delivery delivery = mailer.send(mail);
            record(delivery, System.nanoTime() - began);
            return delivery;
        } catch (RuntimeException e) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** A refusal is an answer too: it says that the server is well. */
    private void record(Delivery delivery, long nanos) {
        if (delivery instanceof Unreachable(String reason)) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(reason));
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
