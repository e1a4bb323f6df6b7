package dev.troupe.viewer.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long after being recorded events were found in the index, of the newest few thousand. Safe for use by several threads. */
public final class IngestLag {

    private static final int KEPT = 4_096;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final long[] shownAt = new long[KEPT];
    private final long[] millis = new long[KEPT];
    private long noted;

    /** An event that was recorded then can be found now. */
    synchronized void note(Instant recordedAt, Instant now) {
        int place = (int) (noted++ % KEPT);
        shownAt[place] = now.toEpochMilli();
        millis[place] = Math.max(0, Duration.between(recordedAt, now).toMillis());
    }

    /** Within how many milliseconds 95 of 100 events of the last minute could be found; null if there were none. */
    public synchronized @Nullable Long p95Millis() {
        long since = Instant.now().minus(REMEMBERED).toEpochMilli();
        long[] recent = new long[(int) Math.min(noted, KEPT)];
        int count = 0;
        for (int place = 0; place < recent.length; place++) {
            if (shownAt[place] >= since) {
                recent[count++] = millis[place];
            }
        }
        if (count == 0) {
            return null;
        }
        Arrays.sort(recent, 0, count);
        return recent[(int) Math.ceil(count * 0.95) - 1];
    }
}
