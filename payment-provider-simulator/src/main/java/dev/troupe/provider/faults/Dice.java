package dev.troupe.provider.faults;

/** Repeatable chance: the same seed, purpose and throw give the same number in every process. */
final class Dice {

    private Dice() {}

    static long roll(long seed, String purpose, long number) {
        return mixed(mixed(mixed(seed) ^ hash(purpose)) + number);
    }

    static long roll(long seed, String purpose, String subject) {
        return roll(seed, purpose, hash(subject));
    }

    /** FNV-1a. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
