package dev.troupe.viewer.stuck;

import dev.troupe.kit.flow.Owed;
import dev.troupe.kit.processor.BatchProcessor.SegmentStatus;
import dev.troupe.viewer.status.ParkedLetter;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Waiting;
import dev.troupe.viewer.status.WaitingJob;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why facts have not come, from what all services said at one moment.
 *
 * @param eventIds the ids of the events that debts arose from, by position
 */
public record Investigation(Services services, Waiting waiting, Map<Long, String> eventIds, Instant now) {

    /** Why something that a flow is owed has not come. */
    public Debt investigate(String flowId, Owed owed) {
        Optional<ServiceState> service = services.declaredAs(owed.service());
        String name = service.map(ServiceState::name).orElse(owed.service());
        Finding finding = service.map(state -> find(state, flowId, owed))
                .orElseGet(() -> new Finding(Reason.PROCESS_DOWN, "nobody by that name has declared itself"));
        return new Debt(
                name,
                owed.reaction(),
                owed.fact(),
                owed.position(),
                owed.anyOf(),
                owed.due(),
                owed.isOverdue(now),
                finding.reason,
                "%s owes %s, because %s: %s"
                        .formatted(
                                name, String.join(" or ", owed.anyOf()), finding.reason.words(), finding.particulars),
                finding.nextTryAt,
                finding.deadLetter);
    }

    private Finding find(ServiceState service, String flowId, Owed owed) {
        String processor = service.declaration().processor();
        return waiting.letter(owed.service(), processor, flowId)
                .filter(letter -> letter.nextTryAt() == null || service.isUp())
                .map(this::held)
                .or(() -> down(service))
                .or(() -> unhandled(service, processor, flowId, owed))
                .or(() -> outside(flowId, owed))
                .orElseGet(() -> new Finding(
                        Reason.PUBLISHED_NOTHING,
                        "%s is past position %d, and no job waits".formatted(processor, owed.position())));
    }

    /** A letter that the service tries again by itself is no more than a retry that lets other flows pass. */
    private Finding held(ParkedLetter letter) {
        String cause = letter.cause() == null ? "it waits behind another event of this flow" : letter.cause();
        Instant nextTryAt = letter.nextTryAt();
        if (nextTryAt != null) {
            return new Finding(
                    Reason.RETRYING,
                    "attempt %d of %s at position %d, next try %s: %s"
                            .formatted(
                                    letter.attempts() + 1,
                                    letter.eventType(),
                                    letter.position(),
                                    when(nextTryAt),
                                    cause),
                    nextTryAt,
                    letter.id());
        }
        return new Finding(
                Reason.DEAD_LETTER,
                "number %d, %s at position %d: %s".formatted(letter.id(), letter.eventType(), letter.position(), cause),
                null,
                letter.id());
    }

    private String when(Instant moment) {
        return moment.isAfter(now) ? "in " + Spans.between(now, moment) : "now";
    }

    private Optional<Finding> down(ServiceState service) {
        if (service.isUp()) {
            return Optional.empty();
        }
        Instant lastSeen = service.lastSeen();
        return Optional.of(new Finding(
                Reason.PROCESS_DOWN,
                lastSeen == null
                        ? "no process of it is running"
                        : "last heard of " + Spans.between(lastSeen, now) + " ago"));
    }

    private static Optional<Finding> unhandled(ServiceState service, String processor, String flowId, Owed owed) {
        Optional<SegmentStatus> segment = service.segmentOf(processor, flowId);
        if (segment.isEmpty()) {
            return Optional.of(
                    new Finding(Reason.PROCESSOR_STOPPED, "nobody works on this flow's segment of " + processor));
        }
        SegmentStatus status = segment.get();
        if (status.position() >= owed.position()) {
            return Optional.empty();
        }
        if (status.state().equals("retrying")) {
            return Optional.of(new Finding(
                    Reason.RETRYING,
                    "attempt %d of %s after position %d: %s"
                            .formatted(status.attempt(), processor, status.position(), status.cause())));
        }
        long behind = Math.max(service.head(), owed.position()) - status.position();
        return Optional.of(new Finding(
                Reason.LAGGING,
                "%s is %d %s behind, at position %d"
                        .formatted(processor, behind, behind == 1 ? "event" : "events", status.position())));
    }

    private Optional<Finding> outside(String flowId, Owed owed) {
        return waiting.job(owed.service(), flowId, eventIds.getOrDefault(owed.position(), ""))
                .map(this::job);
    }

    private Finding job(WaitingJob job) {
        String why = job.waitingFor() == null ? "" : ": " + job.waitingFor();
        String next = (job.attempt() == 0 ? "first try " : "next try ") + when(job.due());
        return new Finding(
                Reason.WAITING_FOR_OUTSIDE,
                "%s, %s%s; %s".formatted(job.name(), tried(job.attempt()), why, next),
                job.due(),
                null);
    }

    private static String tried(int times) {
        return times == 0 ? "not tried yet" : times == 1 ? "tried once" : "tried %d times".formatted(times);
    }

    private record Finding(
            Reason reason,
            String particulars,
            @Nullable Instant nextTryAt,
            @Nullable Long deadLetter) {

        Finding(Reason reason, String particulars) {
            this(reason, particulars, null, null);
        }
    }
}
