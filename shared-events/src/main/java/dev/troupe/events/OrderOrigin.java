package dev.troupe.events;

import org.jspecify.annotations.Nullable;

/**
 * Where an order came from, so that it can be traced back to its source.
 *
 * @param channel how it came: {@code api}, {@code import}, {@code demo}, or {@code quarantine} if somebody had to mend it
 * @param file the name of the imported file, without its folder; absent for other channels
 * @param firstRow the first row of the order in that file, counted from 1 after the header
 * @param lastRow the last row of the order in that file
 */
public record OrderOrigin(
        String channel,
        @Nullable String file,
        @Nullable Integer firstRow,
        @Nullable Integer lastRow) {

    /** An order placed directly over HTTP. */
    public static final OrderOrigin API = new OrderOrigin("api", null, null, null);
}
