package dev.troupe.replay;

import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Comparison.Difference;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayAudit;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.operator.TextTable;
import java.util.List;
import java.util.Locale;

/** Says to people what programs get as JSON. */
final class ReplayText {

    private ReplayText() {}

    static String of(ReplayPlan plan) {
        TextTable events = new TextTable("EVENT", "COUNT");
        plan.eventsByType().forEach((type, count) -> events.row(type, number(count)));
        TextTable skipped = new TextTable("DOES NOT RUN", "BECAUSE");
        plan.skipped().forEach(handler -> skipped.row(handler.handler(), handler.reason()));
        StringBuilder text = new StringBuilder(
                "%s would be built beside the live one%s: %s events from position %s to %s, at most %s rows"
                        .formatted(
                                plan.projection(),
                                plan.flows() == null ? "" : " in part, for %s flows".formatted(number(plan.flows())),
                                number(plan.events()),
                                number(plan.from()),
                                number(plan.target()),
                                number(plan.rowsAtMost())));
        text.append("\nin about %s (measured %s/s, throttle %s)"
                .formatted(
                        words(plan.expectedMillis()),
                        number(plan.measuredPerSecond()),
                        throttle(plan.eventsPerSecond())));
        if (plan.refusal() != null) {
            text.append("\nIt would be refused: ").append(plan.refusal());
        }
        return text.append("\n\n%s\n\n%s".formatted(events, skipped)).toString();
    }

    static String of(List<Replay> replays) {
        TextTable table = new TextTable("ID", "STATE", "EVENTS", "PACE", "BY", "SINCE", "KEPT");
        for (Replay replay : replays) {
            table.row(
                    replay.id(),
                    replay.state(),
                    "%s of %s".formatted(number(replay.events()), number(replay.expectedEvents())),
                    pace(replay),
                    replay.requestedBy(),
                    replay.requestedAt(),
                    replay.kept());
        }
        return table.toString();
    }

    static String of(Replay replay) {
        String note = replay.note();
        return of(List.of(replay)) + (note == null ? "" : "\n" + note);
    }

    static String of(ReplayAudit audit) {
        TextTable acts = new TextTable("WHEN", "WHO", "WHAT", "");
        audit.acts().forEach(act -> acts.row(act.at(), act.actor(), act.act(), act.detail()));
        ReplayPlan plan = audit.plan();
        return of(audit.replay()) + "\n\n" + acts + (plan == null ? "" : "\n\nAs planned:\n" + of(plan));
    }

    /** How fast it goes, and until when. */
    static String pace(Replay replay) {
        if (!replay.state().isBuilding()) {
            return "";
        }
        String rate = "%s/s of at most %s".formatted(number(replay.currentRate()), throttle(replay.eventsPerSecond()));
        Long remaining = replay.remainingMillis();
        return remaining == null ? rate : rate + ", " + words(remaining) + " left";
    }

    static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder("%s at position %s: %s rows equal, %s missing, %s extra, %s different"
                .formatted(
                        comparison.isEqual() ? "Equal" : "Different",
                        number(comparison.position()),
                        number(comparison.rows()),
                        number(comparison.missing()),
                        number(comparison.extra()),
                        number(comparison.different())));
        text.append("\nlive   %s\nshadow %s".formatted(comparison.liveDigest(), comparison.shadowDigest()));
        comparison.samples().forEach(sample -> text.append('\n').append(of(sample)));
        return text.toString();
    }

    private static String of(Difference difference) {
        var live = difference.live();
        var shadow = difference.shadow();
        if (live == null) {
            return "  %s only in the shadow".formatted(difference.key());
        }
        if (shadow == null) {
            return "  %s only in the live projection".formatted(difference.key());
        }
        StringBuilder text = new StringBuilder("  " + difference.key());
        for (String column : difference.columns()) {
            text.append("\n    %s: live %s, shadow %s".formatted(column, live.get(column), shadow.get(column)));
        }
        return text.toString();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String throttle(int eventsPerSecond) {
        return eventsPerSecond == 0 ? "unlimited" : number(eventsPerSecond) + "/s";
    }

    private static String words(long millis) {
        long seconds = millis / 1_000;
        if (seconds < 1) {
            return "less than a second";
        }
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
