package dev.troupe.viewer.index;

import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.viewer.index.Page.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** What a batch adds to the counts: events by minute, and which fact led to which. */
final class Tally {

    private final Map<Minute, Long> minutes = new HashMap<>();
    private final Map<Step, Times> steps = new HashMap<>();

    /** Counts the events of a page, whose causes are given by their ids where they could be found. */
    void add(Page page, Map<String, FlowEvent> causes) {
        for (Entry entry : page.entries()) {
            FlowEvent event = entry.event();
            Instant minute = event.recordedAt().truncatedTo(ChronoUnit.MINUTES);
            minutes.merge(new Minute(minute, event.type(), entry.source()), 1L, Long::sum);
            FlowEvent cause = entry.causeId() == null ? null : causes.get(entry.causeId());
            if (cause != null) {
                long millis = Math.max(
                        0,
                        Duration.between(cause.recordedAt(), event.recordedAt()).toMillis());
                steps.merge(
                        new Step(minute, cause.type(), entry.source(), event.type()),
                        new Times(1, millis, millis),
                        Times::plus);
            }
        }
    }

    Map<Minute, Long> minutes() {
        return minutes;
    }

    Map<Step, Times> steps() {
        return steps;
    }

    record Minute(Instant minute, String type, String source) {}

    record Step(Instant minute, String cause, String source, String effect) {}

    record Times(long events, long totalMillis, long maxMillis) {

        Times plus(Times more) {
            return new Times(events + more.events, totalMillis + more.totalMillis, Math.max(maxMillis, more.maxMillis));
        }
    }
}
