package dev.troupe.notification.job;

import static dev.troupe.events.NotificationFailureCause.GIVEN_UP;
import static dev.troupe.events.NotificationFailureCause.PERSONAL_DATA_ERASED;
import static dev.troupe.events.NotificationFailureCause.REFUSED;

import dev.troupe.events.CustomerTier;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationFailureCause;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.notification.domain.NotificationCommand.RecordFailed;
import dev.troupe.notification.domain.NotificationCommand.RecordSent;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.mail.Delivery;
import dev.troupe.notification.mail.Mail;
import dev.troupe.notification.mail.Mailer;
import dev.troupe.notification.mail.Recipient;
import dev.troupe.notification.template.MailTemplates;
import java.util.Optional;

/**
 * Sends one mail. The notification is asked first, so a job that runs again after its outcome was recorded sends nothing; what may
 * still happen twice, and why, is told in the module's RATIONALE.md.
 */
public final class SendMail implements Job<SendMail.Unsent> {

    private final PendingNotifications pending;
    private final SealedValues sealedValues;
    private final MailTemplates templates;
    private final Mailer mailer;
    private final RetrySchedule retries;
    private final TakenMails taken = new TakenMails();

    public SendMail(
            PendingNotifications pending,
            SealedValues sealedValues,
            MailTemplates templates,
            Mailer mailer,
            RetrySchedule retries) {
        this.pending = pending;
        this.sealedValues = sealedValues;
        this.templates = templates;
        this.mailer = mailer;
        this.retries = retries;
    }

    @Override
    public String name() {
        return "send-mail";
    }

    /** Premium customers' mails go first. */
    @Override
    public int priority(Unsent data) {
        return data.customerTier() == CustomerTier.PREMIUM ? 1 : 0;
    }

    @Override
    public JobResult run(Unsent data, JobContext context) {
        Optional<NotificationRequested> requested = pending.find(data.notificationId());
        if (requested.isEmpty()) {
            return JobResult.done();
        }
        if (taken.contains(data.notificationId())) {
            return sent(data);
        }
        Optional<Contact> contact = sealedValues.open(requested.get().contact(), Contact.class);
        if (contact.isEmpty()) {
            return failed(data, PERSONAL_DATA_ERASED, "the customer's personal data was erased");
        }
        return switch (mailer.send(write(data, requested.get(), contact.get(), context))) {
            case Delivery.Accepted() -> sent(data);
            case Delivery.Refused(String reason) -> failed(data, REFUSED, reason);
            case Delivery.Deferred(String reason) -> again(data, reason, context);
            case Delivery.Unreachable(String reason) -> again(data, reason, context);
        };
    }

    private Mail write(Unsent data, NotificationRequested requested, Contact contact, JobContext context) {
        Recipient recipient = new Recipient(contact.name(), contact.email());
        return new Mail(
                data.notificationId(), recipient, context.requestedAt(), templates.render(requested, recipient.name()));
    }

    private JobResult sent(Unsent data) {
        taken.add(data.notificationId());
        return JobResult.done(new RecordSent(data.notificationId()));
    }

    private JobResult again(Unsent data, String reason, JobContext context) {
        return retries.after(context.attempt())
                .map(wait -> JobResult.tryAgain(wait, reason))
                .orElseGet(() -> failed(
                        data,
                        GIVEN_UP,
                        "given up after %d attempts; the last time %s".formatted(retries.attempts(), reason)));
    }

    private static JobResult failed(Unsent data, NotificationFailureCause cause, String detail) {
        return JobResult.done(new RecordFailed(data.notificationId(), cause, detail));
    }

    /**
     * A mail that may not have been sent yet.
     *
     * @param customerTier decides how urgent it is
     */
    public record Unsent(NotificationId notificationId, CustomerTier customerTier) {}
}
