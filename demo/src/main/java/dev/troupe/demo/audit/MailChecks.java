package dev.troupe.demo.audit;

import dev.troupe.demo.mail.Mailbox.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must be true of mails: one for each notification that is on record as sent, and none besides.
 *
 * <p>SMTP cannot be asked whether it took a mail, so who is killed after handing one over and before writing that down has to hand it over
 * again. It must then be the very same mail, which a mailbox recognises by its id, and there must have been such a moment.
 */
final class MailChecks {

    private static final Duration SLACK = Duration.ofSeconds(1);

    private MailChecks() {}

    static List<String> notOnce(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        Map<String, String> notifications = evidence.audit().orders().notifications();
        notifications.forEach((id, fact) -> {
            boolean arrived = evidence.mails().containsKey(id);
            if (fact.equals("notification.sent") && !arrived) {
                broken.add("notification %s is on record as sent and never arrived".formatted(id));
            }
        });
        evidence.mails().forEach((id, arrivals) -> {
            if (!notifications.containsKey(id)) {
                broken.add("a mail for notification %s arrived, which does not exist".formatted(id));
            }
            broken.addAll(repetitions(id, arrivals, evidence));
        });
        return broken;
    }

    private static List<String> repetitions(String id, List<Arrival> arrivals, Evidence evidence) {
        List<String> broken = new ArrayList<>();
        for (int i = 1; i < arrivals.size(); i++) {
            Arrival before = arrivals.get(i - 1);
            Arrival again = arrivals.get(i);
            if (!again.messageId().equals(before.messageId())) {
                broken.add("notification %s came as two different mails".formatted(id));
            }
            Instant handedOver = before.at().minus(SLACK);
            if (evidence.excuses().stream().noneMatch(span -> span.overlaps(handedOver, again.at()))) {
                broken.add("notification %s came at %s and again at %s, and nothing had happened in between"
                        .formatted(id, before.at(), again.at()));
            }
        }
        return broken;
    }
}
