package dev.troupe.viewer.dashboard;

import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.kit.status.Declaration.DeclaredProjection;
import dev.troupe.viewer.dashboard.Dashboard.ProcessorState;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how all processors are, those of reactions and those of projections. */
final class Processors {

    private Processors() {}

    static List<ProcessorState> of(Services services) {
        long head = services.all().stream().mapToLong(ServiceState::head).max().orElse(0);
        return services.all().stream()
                .flatMap(service -> Stream.concat(
                                Stream.of(service.declaration().processor()),
                                service.declaration().projections().stream().map(DeclaredProjection::name))
                        .map(processor -> processor(service, processor, head)))
                .toList();
    }

    private static ProcessorState processor(ServiceState service, String processor, long head) {
        List<SegmentStatus> segments = service.segments(processor);
        String cause = segments.stream()
                .map(SegmentStatus::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String state =
                segments.isEmpty() ? service.isUp() ? "stopped" : "down" : cause == null ? "running" : "retrying";
        return new ProcessorState(
                service.name(),
                processor,
                state,
                segments.size(),
                lag(segments.isEmpty() ? service.lastSegments(processor) : segments, head),
                cause);
    }

    private static @Nullable Long lag(List<SegmentStatus> segments, long head) {
        return segments.isEmpty()
                ? null
                : segments.stream()
                        .mapToLong(segment -> Math.max(0, head - segment.position()))
                        .max()
                        .orElse(0);
    }
}
