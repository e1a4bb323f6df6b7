package dev.troupe.notification.template;

/** What a mail says, in plain text and in HTML. */
public record RenderedMail(String subject, String text, String html) {

    /** Repeats nothing of it, so that no log line names the customer. */
    @Override
    public String toString() {
        return "RenderedMail[" + subject + "]";
    }
}
