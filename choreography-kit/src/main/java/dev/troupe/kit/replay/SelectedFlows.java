package dev.troupe.kit.replay;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.store.EventLog;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Finds the flows that a selection picks; the same ones whenever it is asked with the same end. */
final class SelectedFlows {

    /** With more, rebuilding the whole is the better way. */
    private static final int MOST = 100_000;

    private static final int PAGE = 5_000;
    private static final int BUCKETS = 10_000;

    private final EventLog eventLog;

    SelectedFlows(EventLog eventLog) {
        this.eventLog = eventLog;
    }

    /** The flows of the events that a selection picks up to a position. */
    Set<String> of(Selection selection, long target) {
        Set<String> flows = new LinkedHashSet<>();
        candidates(selection, target, event -> {
            if (event.position() <= target && selection.picks(event)) {
                String flow = RecordedFacts.flowOf(event);
                if (isInSample(flow, selection.samplePercent()) && flows.add(flow) && flows.size() > MOST) {
                    throw new Refusal(
                            "too-many-flows",
                            409,
                            "The selection picks more than %,d flows; rebuild the whole projection instead."
                                    .formatted(MOST));
                }
            }
        });
        return flows;
    }

    private void candidates(Selection selection, long target, Consumer<StoredEvent> candidate) {
        if (selection.flow() != null) {
            eventLog.eventsOfFlow(selection.flow()).forEach(candidate);
        } else if (!selection.streams().isEmpty()) {
            selection.streams().forEach(stream -> eventLog.eventsOfStream(stream, 0)
                    .forEach(candidate));
        } else {
            long end = selection.toPosition() == null ? target : Math.min(target, selection.toPosition());
            scan(selection.fromPosition() == null ? 0 : selection.fromPosition() - 1, end, candidate);
        }
    }

    private void scan(long after, long end, Consumer<StoredEvent> candidate) {
        List<StoredEvent> page = eventLog.read(after, end, PAGE);
        while (!page.isEmpty()) {
            page.forEach(candidate);
            page = page.size() < PAGE ? List.of() : eventLog.read(page.getLast().position(), end, PAGE);
        }
    }

    private static boolean isInSample(String flow, @Nullable Double percent) {
        if (percent == null) {
            return true;
        }
        CRC32 hash = new CRC32();
        hash.update(flow.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % BUCKETS < percent * BUCKETS / 100;
    }
}
