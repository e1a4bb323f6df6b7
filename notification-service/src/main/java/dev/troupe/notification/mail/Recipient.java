package dev.troupe.notification.mail;

import java.util.regex.Pattern;

/**
 * To whom a mail goes.
 *
 * @param name as it stands in the mail, without what could break a line or turn the text's direction
 * @param address where it goes; may turn out to be none
 */
public record Recipient(String name, String address) {

    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    public Recipient {
        name = HARMFUL.matcher(name).replaceAll(" ").strip();
    }

    /** Names nobody, so that no log line ever does. */
    @Override
    public String toString() {
        return "Recipient[...]";
    }
}
