package dev.troupe.replay;

import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Selection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say from which events, and how fast. */
final class SelectionOptions {

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description =
                    "Go no faster than this; 0 for as fast as it can. Default: a pace that leaves live handling undisturbed.")
    private @Nullable Integer eventsPerSecond;

    @Option(names = "--flow", paramLabel = "ID", description = "Rebuild the rows of this flow only.")
    private @Nullable String flow;

    @Option(
            names = "--aggregate",
            paramLabel = "STREAM",
            description = "Only of flows with events of this aggregate, such as order-o-1; may be repeated.")
    private List<String> streams = List.of();

    @Option(
            names = "--fact",
            paramLabel = "NAME",
            description = "Only of flows with this fact, such as order.cancelled; may be repeated.")
    private List<String> facts = List.of();

    @Option(
            names = "--from-position",
            paramLabel = "N",
            description = "Only of flows with events from this position on.")
    private @Nullable Long fromPosition;

    @Option(names = "--to-position", paramLabel = "N", description = "Only of flows with events up to this position.")
    private @Nullable Long toPosition;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only of flows with events since this time, such as 2026-01-31T12:00:00Z.")
    private @Nullable OffsetDateTime from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only of flows with events until this time.")
    private @Nullable OffsetDateTime to;

    @Option(names = "--sample", paramLabel = "PERCENT", description = "Only of this part of the flows, such as 1.")
    private @Nullable Double samplePercent;

    ReplayRequest of(String projection) {
        Selection selection = new Selection(
                flow, streams, facts, fromPosition, toPosition, instant(from), instant(to), samplePercent);
        return new ReplayRequest(projection, selection, eventsPerSecond);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
