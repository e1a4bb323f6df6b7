package dev.troupe.demo.audit;

import java.util.List;
import java.util.Locale;

/**
 * How the system got over a burst.
 *
 * @param normal before it
 * @param burst during it; those who were refused came back when they were told to
 * @param after once all of its flows had ended
 * @param allStayedUp whether no process ended, such as for want of memory
 */
public record BurstReport(Part normal, Part burst, Part after, boolean allStayedUp) {

    private static final int WORST = 2;

    /** Whether nothing was lost and the system is itself again. */
    public boolean isFine() {
        return allStayedUp
                && normal.isComplete()
                && burst.isComplete()
                && after.isComplete()
                && after.p99Millis <= WORST * normal.p99Millis;
    }

    /** The same for people. */
    public List<String> lines() {
        return List.of(
                normal.line("normal"),
                burst.line("burst"),
                after.line("after"),
                isFine() ? "Nothing was lost, and flows are as quick as before." : "Something is wrong, see above.");
    }

    /**
     * A part of the time.
     *
     * @param acknowledged how many orders were acknowledged
     * @param placed how many are in the event log
     * @param completed how many were completed
     * @param allEnded whether every flow came to an end; one that waited too long may have ended in a cancellation
     * @param p50Millis how long half of the flows took at most, from placed to completed
     * @param p99Millis how long 99 of 100 took at most
     */
    public record Part(
            long acknowledged, long placed, long completed, boolean allEnded, double p50Millis, double p99Millis) {

        boolean isComplete() {
            return acknowledged == placed && allEnded;
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-7s %d acknowledged, %d placed, %d completed; p50 %.0f ms, p99 %.0f ms",
                    name,
                    acknowledged,
                    placed,
                    completed,
                    p50Millis,
                    p99Millis);
        }
    }
}
