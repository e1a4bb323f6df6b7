package dev.troupe.notification.job;

import static dev.troupe.notification.NotificationFixture.CONFIRMATION;
import static dev.troupe.notification.NotificationFixture.ORDER;
import static dev.troupe.notification.NotificationFixture.REQUESTED_AT;
import static dev.troupe.notification.NotificationFixture.aRequestedConfirmation;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationFailureCause;
import dev.troupe.events.Sealed;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.job.JobResult.TryAgain;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.notification.domain.NotificationCommand.RecordFailed;
import dev.troupe.notification.domain.NotificationCommand.RecordSent;
import dev.troupe.notification.job.SendMail.Unsent;
import dev.troupe.notification.mail.MailFixture;
import dev.troupe.notification.mail.SmtpMailer;
import dev.troupe.notification.template.MailTemplates;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendMailTest {

    private static final Unsent UNSENT = new Unsent(CONFIRMATION, CustomerTier.PREMIUM);

    private final GreenMail server = MailFixture.aMailServer();
    private int port;
    private @Nullable NotificationRequested pending = aRequestedConfirmation();
    private @Nullable Contact contact = new Contact("Ada Abbott", "ada@example.com");

    @BeforeEach
    void startServer() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailIsSentAndRecorded() throws Exception {
        assertThat(run(0)).isEqualTo(JobResult.done(new RecordSent(CONFIRMATION)));
        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Your order o-1 is confirmed");
            assertThat(mail.getAllRecipients()[0]).asString().contains("Ada Abbott", "ada@example.com");
        });
    }

    @Test
    void aJobThatRunsAgainAfterItsOutcomeWasRecordedSendsNothing() {
        pending = null;
        assertThat(run(0)).isEqualTo(JobResult.done());
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aJobThatIsTriedAgainBecauseItsOutcomeCouldNotBeRecordedSendsNothing() {
        try (SmtpMailer mailer = mailer()) {
            SendMail job = job(mailer);
            assertThat(job.run(UNSENT, attempt(0))).isEqualTo(JobResult.done(new RecordSent(CONFIRMATION)));
            assertThat(job.run(UNSENT, attempt(1))).isEqualTo(JobResult.done(new RecordSent(CONFIRMATION)));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailThatIsTurnedAwayForNowIsTriedAgainUntilItIsTaken() {
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            throw new UserException("the disk is full");
        });
        assertThat(run(0)).isInstanceOfSatisfying(TryAgain.class, again -> {
            assertThat(again.after()).isEqualTo(Duration.ofSeconds(1));
            assertThat(again.reason()).contains("451").doesNotContain("ada");
        });
        assertThat(run(1)).isInstanceOfSatisfying(TryAgain.class, again -> assertThat(again.after())
                .isEqualTo(Duration.ofSeconds(2)));
        server.getUserManager().setMessageDeliveryHandler((message, address) -> server.getUserManager()
                .createUser(address.getEmail(), address.getEmail(), "secret"));
        assertThat(run(2)).isEqualTo(JobResult.done(new RecordSent(CONFIRMATION)));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailServerThatIsDownIsTriedAgain() {
        server.stop();
        assertThat(run(0)).isInstanceOf(TryAgain.class);
    }

    @Test
    void afterTooManyAttemptsTheMailIsGivenUp() {
        server.stop();
        assertThat(run(2))
                .isEqualTo(JobResult.done(new RecordFailed(
                        CONFIRMATION,
                        NotificationFailureCause.GIVEN_UP,
                        "given up after 3 attempts; the last time the mail server cannot be reached or broke off")));
    }

    @Test
    void nobodyIsWrittenToWhoseDataWasErased() {
        contact = null;
        assertThat(run(0))
                .isEqualTo(JobResult.done(new RecordFailed(
                        CONFIRMATION,
                        NotificationFailureCause.PERSONAL_DATA_ERASED,
                        "the customer's personal data was erased")));
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnce() {
        contact = new Contact("Ada Abbott", "nobody");
        assertThat(run(0)).isInstanceOfSatisfying(JobResult.Done.class, done -> assertThat(done.commands())
                .singleElement()
                .isInstanceOf(RecordFailed.class));
    }

    @Test
    void premiumCustomersGoFirst() {
        try (SmtpMailer mailer = mailer()) {
            SendMail job = job(mailer);
            assertThat(job.priority(UNSENT))
                    .isGreaterThan(job.priority(new Unsent(CONFIRMATION, CustomerTier.STANDARD)));
        }
    }

    private JobResult run(int attempt) {
        try (SmtpMailer mailer = mailer()) {
            return job(mailer).run(UNSENT, attempt(attempt));
        }
    }

    private static JobContext attempt(int attempt) {
        return new JobContext(CONFIRMATION.value(), ORDER.value(), attempt, REQUESTED_AT);
    }

    private SendMail job(SmtpMailer mailer) {
        return new SendMail(
                id -> Optional.ofNullable(pending),
                new OneContact(),
                new MailTemplates(),
                mailer,
                new RetrySchedule(3, Duration.ofSeconds(1), Duration.ofMinutes(15)));
    }

    private SmtpMailer mailer() {
        return new SmtpMailer(MailFixture.settings(port));
    }

    /** Opens every value as the one contact there is, or as erased. */
    private final class OneContact implements SealedValues {
        @Override
        public Sealed seal(String subject, Object value) {
            throw new UnsupportedOperationException("nothing is sealed here");
        }

        @Override
        public <T> Optional<T> open(Sealed sealed, Class<T> type) {
            return Optional.ofNullable(contact).map(type::cast);
        }
    }
}
