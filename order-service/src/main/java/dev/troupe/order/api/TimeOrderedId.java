package dev.troupe.order.api;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7, which begin with the time, so that newer orders stand behind older ones in every list. */
final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    static UUID at(Instant time) {
        long high = time.toEpochMilli() << 16 | VERSION | RANDOM.nextInt(0x1000);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
