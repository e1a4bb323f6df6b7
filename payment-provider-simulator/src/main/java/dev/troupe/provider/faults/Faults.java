package dev.troupe.provider.faults;

import dev.troupe.provider.json.JsonFields;
import java.util.List;

/**
 * The faults that were ordered.
 *
 * @param declinePercent of all keys; a key that is declined once is declined always
 * @param serverErrorPercent of all requests about money, answered with 500 and without effect
 * @param timeoutAfterChargePercent of all requests about money: done, but not answered for {@code timeoutMillis}
 * @param timeoutBeforeChargePercent of all requests about money: neither done nor answered for {@code timeoutMillis}, then 504
 * @param slowPercent of all requests about money: begun only after {@code slowMillis}
 * @param seed makes the same decisions again
 * @param declineKeys keys that are declined whatever the percentage
 * @param down whether everything but the ledger, the faults and the health is answered with 503
 */
public record Faults(
        Percent declinePercent,
        Percent serverErrorPercent,
        Percent timeoutAfterChargePercent,
        Percent timeoutBeforeChargePercent,
        Percent slowPercent,
        long slowMillis,
        long timeoutMillis,
        long seed,
        List<String> declineKeys,
        boolean down) {

    private static final long LONGEST_WAIT_MILLIS = 600_000;
    private static final int LONGEST_KEY = 200;

    /** No faults at all: what holds until others are ordered. */
    public static final Faults NONE = new Faults(
            Percent.NEVER,
            Percent.NEVER,
            Percent.NEVER,
            Percent.NEVER,
            Percent.NEVER,
            500,
            10_000,
            0,
            List.of(),
            false);

    /**
     * Reads an order from JSON; what it does not mention is as in {@link #NONE}.
     *
     * @throws dev.troupe.provider.json.InvalidInput if it is not understood
     */
    public static Faults parse(byte[] json) {
        JsonFields fields = JsonFields.parse(json);
        Faults faults = new Faults(
                percent(fields, "declinePercent"),
                percent(fields, "serverErrorPercent"),
                percent(fields, "timeoutAfterChargePercent"),
                percent(fields, "timeoutBeforeChargePercent"),
                percent(fields, "slowPercent"),
                fields.wholeNumber("slowMillis", 0, LONGEST_WAIT_MILLIS, NONE.slowMillis),
                fields.wholeNumber("timeoutMillis", 0, LONGEST_WAIT_MILLIS, NONE.timeoutMillis),
                fields.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE, NONE.seed),
                fields.texts("declineKeys", LONGEST_KEY),
                fields.flag("down", NONE.down));
        fields.nothingElse();
        return faults;
    }

    private static Percent percent(JsonFields fields, String name) {
        return new Percent(fields.number(name, 0, 100, 0));
    }
}
