package dev.troupe.provider.faults;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How often something happens.
 *
 * @param value from 0 (never) to 100 (always)
 */
public record Percent(double value) {

    static final Percent NEVER = new Percent(0);

    public Percent {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("a percentage is a number from 0 to 100, not " + value);
        }
    }

    /** Whether it happens this time, given an evenly distributed random number. */
    boolean hits(long random) {
        double zeroToOne = (random >>> 11) * 0x1.0p-53;
        return zeroToOne * 100 < value;
    }

    @JsonValue
    Number json() {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }
}
