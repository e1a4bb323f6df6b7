package dev.troupe.bench.order;

import java.util.Arrays;

/**
 * What was wrong with what readers were given, over all of them.
 *
 * @param stored how many events are stored
 * @param delivered how many were delivered
 * @param skipped stored, and never delivered
 * @param duplicated delivered again
 * @param inverted delivered after a later one of the same stream
 */
public record Verdict(int stored, long delivered, int skipped, int duplicated, int inverted) {

    /** Whether nothing was wrong. */
    public boolean isFlawless() {
        return skipped == 0 && duplicated == 0 && inverted == 0;
    }

    static Verdict on(long[] stored, Reader reader) {
        long[] delivered = reader.positions();
        long[] distinct = Arrays.stream(delivered).distinct().sorted().toArray();
        int skipped = (int) Arrays.stream(stored)
                .filter(position -> Arrays.binarySearch(distinct, position) < 0)
                .count();
        return new Verdict(
                stored.length, delivered.length, skipped, delivered.length - distinct.length, reader.inverted());
    }

    Verdict plus(Verdict other) {
        return new Verdict(
                stored,
                delivered + other.delivered,
                skipped + other.skipped,
                duplicated + other.duplicated,
                inverted + other.inverted);
    }
}
