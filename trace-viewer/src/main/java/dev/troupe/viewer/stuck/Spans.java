package dev.troupe.viewer.stuck;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says how long something took or takes, as briefly as a person would. */
public final class Spans {

    private Spans() {}

    /** The time from one moment to another, such as {@code 40 ms}, {@code 2.1 s}, {@code 3 min} or {@code 5 h}. */
    public static String between(Instant from, Instant to) {
        return of(Math.max(0, Duration.between(from, to).toMillis()));
    }

    /** So many milliseconds. */
    public static String of(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        if (millis < 3_600_000) {
            return millis / 60_000 + " min";
        }
        return millis < 172_800_000 ? millis / 3_600_000 + " h" : millis / 86_400_000 + " days";
    }
}
