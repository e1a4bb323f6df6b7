package dev.troupe.demo.chaos;

import dev.troupe.demo.audit.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as a person reads it. */
public final class ChaosText {

    private ChaosText() {}

    /** The lines of the report; what was done has been told while it was done. */
    public static List<String> of(ChaosReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("seed       %d: %d orders, %d kills, %d lesser disturbances"
                .formatted(
                        report.seed(),
                        report.orders(),
                        report.kills(),
                        report.disturbances().size() - report.kills()));
        ChaosReport.Acknowledged acknowledged = report.acknowledged();
        lines.add("promised   %d orders, %d cancellations, %d refunds; orders refused: %s"
                .formatted(
                        acknowledged.orders(),
                        acknowledged.cancellations(),
                        acknowledged.refunds(),
                        report.refused().isEmpty() ? "none" : report.refused()));
        lines.add(String.format(
                Locale.ROOT,
                "flows      %s %.1f s after the last kill",
                report.flowsEnded() ? "all ended, looked at" : "NOT ALL ENDED",
                report.endedAfterMillis() / 1000.0));
        lines.add("mails      %d handed over again because nobody could know that they had been taken"
                .formatted(report.mailsHandedOverAgain()));
        if (!report.endedByThemselves().isEmpty()) {
            lines.add("ended by themselves, and were started again: %s".formatted(report.endedByThemselves()));
        }
        for (Verdict verdict : report.verdicts()) {
            lines.add("%s  %s%s"
                    .formatted(
                            verdict.holds() ? "holds    " : "BROKEN   ",
                            verdict.promise(),
                            verdict.holds() ? "" : " (%d times)".formatted(verdict.broken())));
            verdict.examples().forEach(example -> lines.add("             " + example));
        }
        return lines;
    }
}
