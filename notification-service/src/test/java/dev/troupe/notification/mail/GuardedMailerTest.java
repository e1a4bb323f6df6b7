package dev.troupe.notification.mail;

import static dev.troupe.notification.mail.MailFixture.aMailTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.notification.mail.Delivery.Accepted;
import dev.troupe.notification.mail.Delivery.Refused;
import dev.troupe.notification.mail.Delivery.Unreachable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedMailerTest {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "mail",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(4)
                    .build());

    @Test
    void aServerThatCannotBeReachedIsLeftAlone() {
        AtomicInteger asked = new AtomicInteger();
        GuardedMailer mailer = new GuardedMailer(
                mail -> {
                    asked.incrementAndGet();
                    return new Unreachable("down");
                },
                breaker);
        for (int i = 0; i < 10; i++) {
            assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isInstanceOf(Unreachable.class);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void refusalsDoNotMeanThatTheServerIsDown() {
        GuardedMailer mailer = new GuardedMailer(mail -> new Refused("no such mailbox"), breaker);
        for (int i = 0; i < 10; i++) {
            assertThat(mailer.send(aMailTo("Ada", "ada@example.com"))).isInstanceOf(Refused.class);
        }
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whatIsTakenIsTaken() {
        assertThat(new GuardedMailer(mail -> new Accepted(), breaker).send(aMailTo("Ada", "ada@example.com")))
                .isEqualTo(new Accepted());
    }
}
