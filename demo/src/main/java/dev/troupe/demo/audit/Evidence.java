package dev.troupe.demo.audit;

import dev.troupe.demo.mail.Mailbox.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a run is judged by; none of it is the opinion of a service about itself.
 *
 * @param promised what customers wrote down
 * @param audit the facts, from the first to the last
 * @param provider the payment provider's own ledger
 * @param mails when mails arrived, by the notification they were for
 * @param excuses when a mail may have been handed over without anybody being able to write that down
 * @param views what the read models say
 * @param answers what order-service answered about some of the acknowledged orders: their status, or how it failed
 * @param remains what was left undone
 */
public record Evidence(
        Promised promised,
        Audit audit,
        ProviderBook provider,
        Map<String, List<Arrival>> mails,
        List<Span> excuses,
        Views views,
        Map<String, String> answers,
        Remains remains) {

    public Evidence {
        mails = Map.copyOf(mails);
        answers = Map.copyOf(answers);
        excuses = List.copyOf(excuses);
    }

    /** A stretch of time. */
    public record Span(Instant from, Instant to) {

        boolean overlaps(Instant begin, Instant end) {
            return !from.isAfter(end) && !to.isBefore(begin);
        }
    }
}
