package dev.troupe.kit.job;

import java.time.Duration;
import java.util.List;

/** How a job ended. */
public sealed interface JobResult {

    /** Nothing remains to be done once these commands have been handled; each must tolerate being sent again. */
    record Done(List<Object> commands) implements JobResult {}

    /**
     * The job has to be tried again.
     *
     * @param reason for a person who wonders why it is not done
     */
    record TryAgain(Duration after, String reason) implements JobResult {}

    /** Done, with commands that record the outcome. */
    static JobResult done(Object... commands) {
        return new Done(List.of(commands));
    }

    /** To be tried again after a while. */
    static JobResult tryAgain(Duration after, String reason) {
        return new TryAgain(after, reason);
    }
}
