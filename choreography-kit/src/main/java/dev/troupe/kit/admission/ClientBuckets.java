package dev.troupe.kit.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket of tokens for each client, refilled steadily; those of clients that have not come for longest are forgotten. */
final class ClientBuckets {

    /** A forgotten bucket was most likely full; more than so many clients at once are held back by the other limits. */
    private static final int REMEMBERED = 10_000;

    private final AdmissionSettings settings;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    ClientBuckets(AdmissionSettings settings) {
        this.settings = settings;
    }

    ConsumptionProbe take(String client) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(client, unknown -> full());
        }
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.ratePerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
