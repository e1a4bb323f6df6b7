package dev.troupe.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * A short-lived token that is asked for again and again: another one is issued only when the last has used up half of its life. To sign one costs
 * more than many a request that it is for, and whoever is shown a token that they know need not verify its signature.
 */
final class LastingToken implements Supplier<String> {

    private final Supplier<String> issue;
    private final Duration used;
    private final InstantSource clock;
    private volatile Issued last;

    /**
     * Issues the first.
     *
     * @param issue issues a token that is valid from then on
     * @param validFor for how long
     */
    LastingToken(Supplier<String> issue, Duration validFor, InstantSource clock) {
        this.issue = issue;
        this.used = validFor.dividedBy(2);
        this.clock = clock;
        this.last = issued();
    }

    @Override
    public String get() {
        Issued known = last;
        return isFresh(known) ? known.token : renewed();
    }

    private synchronized String renewed() {
        if (!isFresh(last)) {
            last = issued();
        }
        return last.token;
    }

    private Issued issued() {
        Instant now = clock.instant();
        return new Issued(issue.get(), now, now.plus(used));
    }

    /** If the clock was set back, the services' clocks are behind the token too. */
    private boolean isFresh(Issued issued) {
        Instant now = clock.instant();
        return !now.isBefore(issued.from) && now.isBefore(issued.until);
    }

    private record Issued(String token, Instant from, Instant until) {}
}
