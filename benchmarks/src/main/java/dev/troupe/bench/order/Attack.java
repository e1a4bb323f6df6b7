package dev.troupe.bench.order;

/**
 * How the store is attacked.
 *
 * @param writers how many write at once
 * @param appends how many transactions they begin in all
 * @param readers how many read to the end at once, and are killed again and again
 */
public record Attack(int writers, int appends, int readers) {

    /** Of this many transactions one dawdles before it commits. */
    static final int ONE_DAWDLES_OF = 100;

    /** For up to so long. */
    static final int DAWDLES_MILLIS = 2_000;

    /** Of this many transactions one is rolled back. */
    static final int ONE_ROLLED_BACK_OF = 10;
}
