package dev.troupe.viewer.flow;

import dev.troupe.viewer.index.FlowSummary;
import dev.troupe.viewer.span.FlowSpan;
import dev.troupe.viewer.status.ParkedLetter;
import dev.troupe.viewer.status.WaitingJob;
import dev.troupe.viewer.stuck.Debt;
import java.time.Instant;
import java.util.List;

/**
 * Everything about one flow.
 *
 * @param story what happened, in one sentence
 * @param now when this was found out
 * @param debts what must still happen
 * @param jobs what services still have to do for it, deadlines included
 * @param deadLetters events of it that could not be handled
 * @param spans what services were busy with for it, as far as they sent it; only timing depends on them
 */
public record FlowDetails(
        FlowSummary flow,
        String story,
        Instant now,
        List<FlowStep> events,
        List<Debt> debts,
        List<WaitingJob> jobs,
        List<ParkedLetter> deadLetters,
        List<FlowSpan> spans) {}
