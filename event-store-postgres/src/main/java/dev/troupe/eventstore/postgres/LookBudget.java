package dev.troupe.eventstore.postgres;

/** Lets the lock table be looked at a hundred times a second, a few of them at once: a rule of cost, not of correctness. */
final class LookBudget {

    private static final long NANOS_PER_LOOK = 10_000_000;
    private static final long BURST = 5 * NANOS_PER_LOOK;

    private long spentUntil = System.nanoTime() - BURST;

    boolean allowsLook() {
        long now = System.nanoTime();
        spentUntil = Math.max(spentUntil, now - BURST);
        if (spentUntil + NANOS_PER_LOOK > now) {
            return false;
        }
        spentUntil += NANOS_PER_LOOK;
        return true;
    }
}
