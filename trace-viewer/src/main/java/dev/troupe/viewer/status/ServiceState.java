package dev.troupe.viewer.status;

import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.kit.status.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a service is, by what its processes last said.
 *
 * @param name the name of its process, such as {@code order-service}
 * @param declaration what it declares
 */
public record ServiceState(String name, Declaration declaration, List<InstanceState> instances) {

    /** Whether any of its processes is alive. */
    public boolean isUp() {
        return alive().findAny().isPresent();
    }

    /** When any of its processes last said something; absent if none is remembered. */
    public @Nullable Instant lastSeen() {
        return instances.stream()
                .map(InstanceState::seenAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The newest position of the event store that it knows of. */
    public long head() {
        return alive().mapToLong(InstanceState::head).max().orElse(0);
    }

    /** The claimed segments of a processor, whichever process holds them. */
    public List<SegmentStatus> segments(String processor) {
        return alive().flatMap(instance -> instance.segments().stream())
                .filter(segment -> segment.processor().equals(processor))
                .toList();
    }

    /** The segments of a processor as its processes last said, though they may be down now. */
    public List<SegmentStatus> lastSegments(String processor) {
        return instances.stream()
                .flatMap(instance -> instance.segments().stream())
                .filter(segment -> segment.processor().equals(processor))
                .toList();
    }

    /** The segment of a processor that a flow's events belong to; empty if nobody holds it. */
    public Optional<SegmentStatus> segmentOf(String processor, String flowId) {
        List<SegmentStatus> held = segments(processor);
        int highest = held.stream().mapToInt(SegmentStatus::segment).max().orElse(0);
        int mask = highest == 0 ? 0 : Integer.highestOneBit(highest) * 2 - 1;
        return held.stream()
                .filter(segment -> segment.segment() == (flowId.hashCode() & mask))
                .findFirst();
    }

    private Stream<InstanceState> alive() {
        return instances.stream().filter(InstanceState::alive);
    }

    /**
     * How a process is.
     *
     * @param alive whether it has said anything in the last six seconds
     * @param head the newest position of the event store that it knows of
     * @param refused how many requests it has refused since it was started, by their reasons
     */
    public record InstanceState(
            String instance,
            boolean alive,
            Instant seenAt,
            long head,
            List<SegmentStatus> segments,
            Map<String, Long> refused) {}
}
