package dev.troupe.demo.mail;

import java.util.Map;

/**
 * How many mails a data directory has received in all its runs.
 *
 * @param mails all that arrived
 * @param notifications how many different notifications they were for
 * @param repeated the notifications that arrived more than once, and how often each
 */
public record MailCount(long mails, long notifications, Map<String, Integer> repeated) {

    public MailCount {
        repeated = Map.copyOf(repeated);
    }
}
