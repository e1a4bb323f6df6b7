package dev.troupe.kit.reaction;

import dev.troupe.kit.job.Deadline;
import dev.troupe.kit.job.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a reaction leads to: commands of its own service, jobs and deadlines, all committed with the token that says it was handled. */
public record Then(List<Step> steps) {

    public Then {
        steps = List.copyOf(steps);
    }

    /** The fact asks nothing of this service. */
    public static Then nothing() {
        return new Then(List.of());
    }

    /** Sends a command to an aggregate of this service. */
    public static Then command(Object command) {
        return new Then(List.of(new Step.Send(command)));
    }

    /**
     * Has a job done as soon as this is committed.
     *
     * @param key names the job among those of its kind, derived from the flow or the fact; a second job of the same key is not added
     */
    public static <D> Then job(Class<? extends Job<D>> job, String key, D data) {
        return new Then(List.of(new Step.Enqueue(job, key, data)));
    }

    /**
     * Has a deadline come due some time after the fact was recorded.
     *
     * @param key names the deadline among those of its kind, derived from the flow
     */
    public static <D> Then deadline(Class<? extends Deadline<D>> deadline, String key, D data, Duration after) {
        return new Then(List.of(new Step.Remind(deadline, key, data, after)));
    }

    /** Both, in this order. */
    public Then and(Then next) {
        List<Step> both = new ArrayList<>(steps);
        both.addAll(next.steps);
        return new Then(both);
    }

    /** One thing a reaction leads to. */
    public sealed interface Step {

        /** Send a command. */
        record Send(Object command) implements Step {}

        /** Do a job now. */
        record Enqueue(Class<? extends Job<?>> job, String key, Object data) implements Step {}

        /** Send a command when time is up. */
        record Remind(Class<? extends Deadline<?>> deadline, String key, Object data, Duration after) implements Step {}
    }
}
