package dev.troupe.payment.job;

import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.payment.provider.ProviderLeftAlone;
import dev.troupe.payment.provider.ProviderRefused;
import dev.troupe.payment.provider.ProviderUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Does work at the provider, and says when to try again what it could not do. */
final class Patience {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration UNTIL_SOMEBODY_LOOKED = Duration.ofSeconds(30);

    private Patience() {}

    static JobResult attempt(JobContext context, Supplier<JobResult> work) {
        try {
            return work.get();
        } catch (ProviderLeftAlone e) {
            return JobResult.tryAgain(untilNextTry(e), message(e));
        } catch (ProviderUnavailable e) {
            return JobResult.tryAgain(backoff(context.attempt()), message(e));
        } catch (ProviderRefused e) {
            return forAPerson(message(e));
        }
    }

    /** The provider contradicts what is on record: trying again does not help, but neither would giving up. */
    static JobResult forAPerson(String reason) {
        return JobResult.tryAgain(UNTIL_SOMEBODY_LOOKED, reason);
    }

    private static Duration untilNextTry(ProviderLeftAlone e) {
        long wait = Math.max(0, Duration.between(Instant.now(), e.nextTry()).toMillis());
        return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(FIRST_MILLIS));
    }

    /** Doubled with each attempt, with jitter, so that waiting jobs do not all come back at once. */
    private static Duration backoff(int attempt) {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
