package dev.troupe.chaos.bug;

import java.util.Arrays;
import java.util.Locale;

/** The bugs that can be planted: each changes one method of one service. */
public enum Bug {
    /** The token of a projection is not written every now and then, so its events are delivered again. */
    TOKEN_NOT_WRITTEN("dev.troupe.kit.processor.Claims", "move", TokenNotWritten.class),
    /** A projection folds every event twice. */
    COUNTED_TWICE("dev.troupe.kit.processor.ProjectionHandler", "handle", CountedTwice.class),
    /** The payment provider is asked for the money under a random key first. */
    RANDOM_PAYMENT_KEY("dev.troupe.payment.provider.ProviderHttp", "exchange", RandomPaymentKey.class),
    /** Some orders are acknowledged without being stored. */
    ORDER_NOT_STORED("dev.troupe.kit.command.LocalCommands", "send", OrderNotStored.class),
    /** Every mail is handed over twice. */
    MAIL_SENT_TWICE("dev.troupe.notification.mail.SmtpMailer", "send", MailSentTwice.class),
    /** There always seems to be enough of everything. */
    OVERSOLD("dev.troupe.inventory.domain.Stock", "shortages", Oversold.class);

    private final String type;
    private final String method;
    private final Class<?> advice;

    Bug(String type, String method, Class<?> advice) {
        this.type = type;
        this.method = method;
        this.advice = advice;
    }

    /** As a command line names it. */
    public static Bug named(String name) {
        return Arrays.stream(values())
                .filter(bug -> bug.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no bug called " + name));
    }

    /** Its name on a command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class it is planted into. */
    public String type() {
        return type;
    }

    /** The method it is planted into. */
    public String method() {
        return method;
    }

    /** What it does there. */
    public Class<?> advice() {
        return advice;
    }
}
