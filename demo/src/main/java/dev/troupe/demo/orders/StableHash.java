package dev.troupe.demo.orders;

/**
 * A hash that is the same in every JVM and every release, for choices that must come out the same when a run is repeated.
 *
 * <p>FNV-1a, finished with the mixer of SplitMix64 so that neighbouring texts differ in every bit.
 */
public final class StableHash {

    private StableHash() {}

    /** The hash of the text; any long, negative ones too. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** One of {@code 0 .. bound - 1}, evenly spread over all texts. */
    public static int of(String text, int bound) {
        return (int) Math.floorMod(of(text), (long) bound);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
