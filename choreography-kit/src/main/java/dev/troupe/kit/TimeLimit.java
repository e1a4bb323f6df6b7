package dev.troupe.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a service waits for something, and how that has to compare with what other services wait for.
 *
 * @param setting the setting that says how long, such as {@code troupe.order.time-out}; its name among all services
 * @param longerThan settings of other services that must be shorter
 * @param shorterThan settings of other services that must be longer
 */
public record TimeLimit(String setting, Duration limit, List<String> longerThan, List<String> shorterThan) {

    public TimeLimit {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("%s must be longer than nothing, not %s".formatted(setting, limit));
        }
        longerThan = List.copyOf(longerThan);
        shorterThan = List.copyOf(shorterThan);
    }

    /** A limit that need not compare with others. */
    public static TimeLimit of(String setting, Duration limit) {
        return new TimeLimit(setting, limit, List.of(), List.of());
    }

    /** The same, which must be longer than another. */
    public TimeLimit longerThan(String other) {
        return new TimeLimit(setting, limit, with(longerThan, other), shorterThan);
    }

    /** The same, which must be shorter than another. */
    public TimeLimit shorterThan(String other) {
        return new TimeLimit(setting, limit, longerThan, with(shorterThan, other));
    }

    private static List<String> with(List<String> list, String another) {
        List<String> longer = new ArrayList<>(list);
        longer.add(another);
        return longer;
    }
}
