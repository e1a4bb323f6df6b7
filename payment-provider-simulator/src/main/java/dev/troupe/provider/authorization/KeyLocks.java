package dev.troupe.provider.authorization;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One thing at a time per key; a fixed number of locks, so that any number of keys costs no memory. */
final class KeyLocks {

    private static final int STRIPES = 1024;

    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    KeyLocks() {
        Arrays.setAll(stripes, stripe -> new ReentrantLock());
    }

    <T> T holding(String key, Supplier<T> work) {
        int hash = key.hashCode();
        ReentrantLock lock = stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
