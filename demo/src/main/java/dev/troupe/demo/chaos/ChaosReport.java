package dev.troupe.demo.chaos;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.troupe.demo.audit.Evidence;
import dev.troupe.demo.audit.Verdict;
import dev.troupe.demo.chaos.Conductor.Happened;
import dev.troupe.demo.mail.Mailbox.Arrival;
import dev.troupe.demo.orders.play.PlayResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was done in a run and what was found.
 *
 * @param acknowledged how many orders, cancellations and refunds were acknowledged
 * @param refused how many orders were refused, by the reason; none should be
 * @param kills how many processes were killed
 * @param disturbances everything that was done, in order
 * @param endedByThemselves processes that ended although nobody killed them, and were started again
 * @param flowsEnded whether all flows ended in time
 * @param endedAfterMillis how long after the last kill they had
 * @param mailsHandedOverAgain mails whose sender could not know that they had been taken
 */
public record ChaosReport(
        long seed,
        int orders,
        Acknowledged acknowledged,
        Map<String, Integer> refused,
        int kills,
        List<Done> disturbances,
        List<String> endedByThemselves,
        boolean flowsEnded,
        long endedAfterMillis,
        long mailsHandedOverAgain,
        List<Verdict> verdicts) {

    static ChaosReport of(
            ChaosSettings settings,
            List<Happened> happened,
            List<String> endedByThemselves,
            PlayResult played,
            boolean flowsEnded,
            Duration endedAfter,
            Evidence evidence,
            List<Verdict> verdicts) {
        return new ChaosReport(
                settings.seed(),
                settings.orders(),
                new Acknowledged(
                        evidence.promised().orders().size(),
                        evidence.promised().cancellations().size(),
                        evidence.promised().refunds().size()),
                played.refused(),
                (int) happened.stream()
                        .filter(event -> event.disturbance().isKill())
                        .count(),
                happened.stream().map(Done::of).toList(),
                endedByThemselves,
                flowsEnded,
                endedAfter.toMillis(),
                evidence.mails().values().stream().mapToLong(ChaosReport::again).sum(),
                verdicts);
    }

    private static long again(List<Arrival> arrivals) {
        return arrivals.size() - 1L;
    }

    /** Whether every promise was kept, in time. */
    @JsonIgnore
    public boolean isFine() {
        return flowsEnded && refused.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
    }

    /** What customers were told will be done. */
    public record Acknowledged(int orders, int cancellations, int refunds) {}

    /**
     * A disturbance.
     *
     * @param at when it began
     * @param what what it was
     * @param remark what was different from what was planned; empty if nothing
     */
    public record Done(String at, String what, String remark) {

        static Done of(Happened happened) {
            return new Done(instant(happened.from()), happened.disturbance().inWords(), happened.remark());
        }

        private static String instant(Instant at) {
            return at.toString();
        }
    }
}
