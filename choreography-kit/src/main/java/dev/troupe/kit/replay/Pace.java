package dev.troupe.kit.replay;

import java.time.Duration;

/**
 * Spreads what a throttled rebuild folds evenly over time. It goes by a timetable, so that one late step does not make all others late; what
 * could not be done in time is made up for as long as it is little. So a step may also let others go first, and the rate is reached all the same.
 */
final class Pace {

    /**
     * The more there are, the more of the time goes into steps as such: each costs what some 60 to 100 events cost, whatever its size. The fewer there
     * are, the longer is each, and the less often it fits between two flows.
     */
    private static final int STEPS_PER_SECOND = 40;

    private static final long MOST_TO_MAKE_UP_FOR = Duration.ofSeconds(1).toNanos();

    /** A step that finds a pause between two flows sooner than that delays neither. */
    private static final long MOST_TO_GIVE_WAY = Duration.ofMillis(200).toNanos();

    private final int perSecond;
    private long due;

    /**
     * Begins now.
     *
     * @param perSecond how many events may be looked at in a second; 0 for as many as can be
     */
    Pace(int perSecond, long nanos) {
        this.perSecond = perSecond;
        this.due = nanos;
    }

    int perSecond() {
        return perSecond;
    }

    /** How many events a step looks at, of at most so many. */
    int step(int most) {
        return perSecond == 0 ? most : Math.clamp(perSecond / STEPS_PER_SECOND, 1, most);
    }

    /** Notes that a step has ended; how long to wait until the next. */
    Duration after(int events, long nanos) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        due = Math.max(due + events * 1_000_000_000L / perSecond, nanos - MOST_TO_MAKE_UP_FOR);
        return Duration.ofNanos(Math.max(0, due - nanos));
    }

    /** For how long the next step may let others go first; the later it is already, the shorter. */
    Duration patience(long nanos) {
        return Duration.ofNanos(perSecond == 0 ? 0 : Math.max(0, due + MOST_TO_GIVE_WAY - nanos));
    }
}
