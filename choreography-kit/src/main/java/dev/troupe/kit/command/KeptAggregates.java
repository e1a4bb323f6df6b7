package dev.troupe.kit.command;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of one type that were used last, for the commands that follow soon: a flow comes back to its aggregates within seconds, and then
 * leaves them for good. What was not used for a while is forgotten, so that memory holds on neither to much nor to personal data for long.
 */
public final class KeptAggregates implements Cache {

    static final Duration UNUSED = Duration.ofSeconds(10);
    private static final int AT_MOST = 1_000;

    private final LongSupplier nanos;
    private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** Keeps nothing yet. */
    public KeptAggregates() {
        this(System::nanoTime);
    }

    KeptAggregates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public synchronized <K, V> @Nullable V get(K key) {
        forgetUnused();
        Kept entry = kept.get(key);
        if (entry == null) {
            return null;
        }
        entry.usedAt = nanos.getAsLong();
        return (V) entry.value;
    }

    @Override
    public synchronized void put(Object key, Object value) {
        kept.put(key, new Kept(value, nanos.getAsLong()));
        forgetUnused();
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        if (containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return kept.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        kept.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        forgetUnused();
        return kept.containsKey(key);
    }

    @Override
    public synchronized <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        V value = get(key);
        if (value != null) {
            put(key, update.apply(value));
        }
    }

    /** Nobody listens: Axon does so for the caches of sagas only. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    /** They are in the order in which they were used. */
    private void forgetUnused() {
        long now = nanos.getAsLong();
        Iterator<Kept> entries = kept.values().iterator();
        while (entries.hasNext()) {
            Kept oldest = entries.next();
            if (kept.size() <= AT_MOST && now - oldest.usedAt < UNUSED.toNanos()) {
                return;
            }
            entries.remove();
        }
    }

    private static final class Kept {

        private final Object value;
        private long usedAt;

        Kept(Object value, long usedAt) {
            this.value = value;
            this.usedAt = usedAt;
        }
    }
}
