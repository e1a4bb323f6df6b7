package dev.troupe.demo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts every mail by the notification it was sent for, for as long as the data directory lives, and keeps only the newest whole.
 *
 * <p>It is a witness from outside: it believes the mails, not the service that says it sent them.
 */
public final class Mailbox {

    /** Names the notification a mail was sent for. */
    public static final String NOTIFICATION_HEADER = "X-Troupe-Notification";

    private static final int KEPT_WHOLE = 500;
    private static final int TEXT_KEPT = 4_000;
    private static final int ID_KEPT = 200;

    private final Path journal;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<Arrival>> arrivals = new HashMap<>();
    private final Deque<ReceivedMail> newest = new ArrayDeque<>();
    private long mails;

    /**
     * Continues the count of earlier runs.
     *
     * @param journal one line with the notification's id for each mail; no addresses, no texts
     */
    public Mailbox(Path journal) throws IOException {
        this.journal = journal;
        if (Files.exists(journal)) {
            try (Stream<String> lines = Files.lines(journal)) {
                lines.forEach(this::count);
            }
        }
    }

    synchronized void receive(MimeMessage message, String recipient) throws MessagingException {
        ReceivedMail mail = read(message, recipient);
        try {
            Files.writeString(
                    journal, mail.notification() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a mail in " + journal, e);
        }
        count(mail.notification());
        arrivals.computeIfAbsent(mail.notification(), notification -> new ArrayList<>(1))
                .add(new Arrival(mail.receivedAt(), mail.messageId()));
        newest.addLast(mail);
        if (newest.size() > KEPT_WHOLE) {
            newest.removeFirst();
        }
    }

    private void count(String notification) {
        mails++;
        counts.merge(notification, 1, Integer::sum);
    }

    private static ReceivedMail read(MimeMessage message, String recipient) throws MessagingException {
        String messageId = oneLine(message.getMessageID());
        String[] header = message.getHeader(NOTIFICATION_HEADER);
        return new ReceivedMail(
                header == null ? messageId : oneLine(header[0]),
                messageId,
                recipient,
                oneLine(message.getSubject()),
                text(message),
                Instant.now());
    }

    private static String text(MimeMessage message) throws MessagingException {
        try {
            String text = plainText(message);
            return text.substring(0, Math.min(TEXT_KEPT, text.length()));
        } catch (IOException e) {
            throw new MessagingException("unreadable content", e);
        }
    }

    /** The first part for people to read, if there are several. */
    private static String plainText(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        return content instanceof Multipart several ? plainText(several.getBodyPart(0)) : String.valueOf(content);
    }

    private static String oneLine(@Nullable String text) {
        String line = text == null || text.isBlank() ? "(none)" : text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(ID_KEPT, line.length()));
    }

    /** What has arrived in this and all earlier runs. */
    public synchronized MailCount count() {
        Map<String, Integer> repeated = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new MailCount(mails, counts.size(), repeated);
    }

    /** When mails arrived in this run, by the notification they were for. */
    public synchronized Map<String, List<Arrival>> arrivals() {
        Map<String, List<Arrival>> copy = new HashMap<>();
        arrivals.forEach((notification, mails) -> copy.put(notification, List.copyOf(mails)));
        return copy;
    }

    /**
     * The arrival of a mail.
     *
     * @param messageId by which a mailbox recognises the same mail that comes again
     */
    public record Arrival(Instant at, String messageId) {}

    /** The newest mails of this run, oldest first. */
    public synchronized List<ReceivedMail> newest() {
        return List.copyOf(newest);
    }
}
