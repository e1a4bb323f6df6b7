package dev.troupe.notification.mail;

import dev.troupe.notification.mail.Delivery.Deferred;
import dev.troupe.notification.mail.Delivery.Refused;
import dev.troupe.notification.mail.Delivery.Unreachable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failed attempt means. Only the server's codes are repeated, never its words, for it likes to quote the address.
 */
final class SmtpFailure {

    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;
    private static final Pattern ENHANCED_CODE = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private SmtpFailure() {}

    static Delivery explain(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new Unreachable("the mail server does not let this service log in");
        }
        return find(failure, SMTPSenderFailedException.class)
                .<Delivery>map(e ->
                        new Unreachable("the mail server takes no mail from this sender" + code(e.getReturnCode(), e)))
                .or(() -> find(failure, SMTPAddressFailedException.class)
                        .map(e -> answer("the recipient's address", e.getReturnCode(), e)))
                .or(() ->
                        find(failure, SMTPSendFailedException.class).map(e -> answer("the mail", e.getReturnCode(), e)))
                .orElseGet(() -> new Unreachable("the mail server cannot be reached or broke off"));
    }

    private static Delivery answer(String what, int code, MessagingException e) {
        if (code == CLOSING || code < 0) {
            return new Unreachable("the mail server hung up" + code(code, e));
        }
        return code >= PERMANENT
                ? new Refused("the mail server refused " + what + code(code, e))
                : new Deferred("the mail server does not take " + what + " for now" + code(code, e));
    }

    private static String code(int code, MessagingException e) {
        Matcher enhanced = ENHANCED_CODE.matcher(String.valueOf(e.getMessage()));
        return code < 0 ? "" : " (" + code + (enhanced.find() ? " " + enhanced.group() : "") + ")";
    }

    private static <E extends Exception> Optional<E> find(MessagingException failure, Class<E> type) {
        return Stream.<Exception>iterate(failure, e -> e != null, SmtpFailure::next)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
