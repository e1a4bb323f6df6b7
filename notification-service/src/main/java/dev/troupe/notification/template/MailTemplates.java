package dev.troupe.notification.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.troupe.events.CancellationReason;
import dev.troupe.events.Money;
import dev.troupe.events.NotificationEvent.NotificationRequested;
import dev.troupe.events.NotificationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The templates, which stand in {@code mail/<kind>/} on the class path: {@code subject.txt}, {@code body.txt} and {@code body.html}. They
 * are Mustache templates; a value that a template wants and nobody gives is an error, never a gap in a mail.
 */
public final class MailTemplates {

    private static final Mustache.Compiler PLAIN = Mustache.compiler().escapeHTML(false);
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).withLoader(name -> open("mail/" + name + ".html"));

    private final Map<NotificationKind, Parts> kinds = new EnumMap<>(NotificationKind.class);

    /** Reads all templates, so that one that is missing or broken is found at start. */
    public MailTemplates() {
        for (NotificationKind kind : NotificationKind.values()) {
            String folder = "mail/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/";
            kinds.put(
                    kind,
                    new Parts(
                            compile(PLAIN, folder + "subject.txt"),
                            compile(PLAIN, folder + "body.txt"),
                            compile(HTML, folder + "body.html")));
        }
    }

    /**
     * Writes a mail.
     *
     * @param name the customer's name, which may be anything
     */
    public RenderedMail render(NotificationRequested requested, String name) {
        Parts parts = kinds.get(requested.kind());
        if (parts == null) {
            throw new IllegalStateException("There is no template for " + requested.kind());
        }
        Map<String, String> values = values(requested, name);
        String subject = parts.subject().execute(values).strip();
        values.put("subject", subject);
        return new RenderedMail(
                subject, parts.text().execute(values), parts.html().execute(values));
    }

    private static Map<String, String> values(NotificationRequested requested, String name) {
        Map<String, String> values = new HashMap<>();
        values.put("name", name);
        values.put("orderId", requested.orderId().value());
        Money amount = requested.amount();
        if (amount != null) {
            values.put("amount", text(amount));
        }
        CancellationReason reason = requested.cancellationReason();
        if (reason != null) {
            values.put("reason", text(reason));
        }
        return values;
    }

    private static String text(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amountMinor(), digits).toPlainString() + " " + money.currency();
    }

    private static String text(CancellationReason reason) {
        return switch (reason) {
            case CUSTOMER -> "You asked us to cancel it.";
            case OUT_OF_STOCK -> "We are sorry: not everything you ordered is in stock.";
            case DECLINED -> "Your payment was declined.";
            case TIMED_OUT -> "We are sorry: we could not confirm it in time.";
            case RESERVATION_EXPIRED -> "We are sorry: we could not send the goods in time.";
        };
    }

    private static Template compile(Mustache.Compiler compiler, String path) {
        try (Reader reader = open(path)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + path, e);
        }
    }

    private static Reader open(String path) {
        InputStream in = MailTemplates.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("There is no template " + path);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private record Parts(Template subject, Template text, Template html) {}
}
