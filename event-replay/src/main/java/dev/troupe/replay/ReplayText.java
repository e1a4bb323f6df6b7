package dev.troupe.replay;

import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Comparison.Difference;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.operator.TextTable;
import java.time.Duration;
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
        return """
                %s would be built beside the live one, which has %s rows, from %s events up to position %s%s.

                %s

                %s""".formatted(
                        plan.projection(),
                        number(plan.liveRows()),
                        number(plan.events()),
                        number(plan.target()),
                        plan.expectedMillis() < 0 ? "" : ", in " + words(Duration.ofMillis(plan.expectedMillis())),
                        events,
                        skipped);
    }

    static String of(List<Replay> replays) {
        TextTable table = new TextTable("ID", "PROJECTION", "STATE", "EVENTS", "POSITION", "BY", "SINCE");
        for (Replay replay : replays) {
            table.row(
                    replay.id(),
                    replay.projection(),
                    replay.state(),
                    number(replay.events()),
                    "%d of %d".formatted(replay.position(), replay.target()),
                    replay.requestedBy(),
                    replay.requestedAt());
        }
        return table.toString();
    }

    static String of(Replay replay) {
        String note = replay.note();
        return of(List.of(replay)) + (note == null ? "" : "\n" + note);
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

    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "less than a second";
        }
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
