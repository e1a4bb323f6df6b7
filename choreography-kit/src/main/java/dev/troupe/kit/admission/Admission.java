package dev.troupe.kit.admission;

import dev.troupe.kit.problem.Refusal;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is taken on now: a client may send only so many, only so many are worked on at once, and no flow is started that
 * would have to wait behind too many others.
 */
public final class Admission {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AdmissionSettings settings;
    private final ClientBuckets buckets;
    private final FlowLag lag;
    private final Semaphore places;

    /** Decides by these settings. */
    public Admission(AdmissionSettings settings, FlowLag lag) {
        this.settings = settings;
        this.buckets = new ClientBuckets(settings);
        this.lag = lag;
        this.places = new Semaphore(settings.inFlight());
    }

    /**
     * Whether a request is taken on. If it is, {@link #done} has to be called when it has been answered.
     *
     * @param client who sends it
     * @param startsFlow whether other services will have to work for it
     */
    public Decision decide(String client, boolean startsFlow) {
        ConsumptionProbe tokens = buckets.take(client);
        Refusal refusal = !tokens.isConsumed() ? tooMany(tokens) : startsFlow ? behind() : null;
        if (refusal == null && !places.tryAcquire()) {
            refusal = Refusal.forNow(
                    "too-busy",
                    503,
                    "The service is working on as many requests as it can; try again in a moment.",
                    Duration.ofSeconds(1));
        }
        return new Decision(refusal, headers(tokens));
    }

    /** Makes place for another request. */
    public void done() {
        places.release();
    }

    private static Refusal tooMany(ConsumptionProbe tokens) {
        return Refusal.forNow(
                "too-many-requests",
                429,
                "This client sends more requests than it may; RateLimit says how many are left and when.",
                Duration.ofNanos(tokens.getNanosToWaitForRefill()));
    }

    private @Nullable Refusal behind() {
        FlowLag.Slowest slowest = lag.slowest();
        if (slowest.lag() <= settings.maxLag()) {
            return null;
        }
        Duration wait = Duration.ofSeconds(slowest.lag() / settings.maxLag());
        return Refusal.forNow(
                "flows-behind",
                503,
                "%s is %d events behind, so a new flow would have to wait too long; try again later."
                        .formatted(slowest.service(), slowest.lag()),
                wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** As draft-ietf-httpapi-ratelimit-headers has it: q requests in w seconds; r are left, and all again in t seconds. */
    private Map<String, String> headers(ConsumptionProbe tokens) {
        return Map.of(
                "RateLimit-Policy",
                "\"client\";q=%d;w=%d"
                        .formatted(settings.burst(), Math.ceilDiv(settings.burst(), settings.ratePerSecond())),
                "RateLimit",
                "\"client\";r=%d;t=%d"
                        .formatted(
                                tokens.getRemainingTokens(),
                                Duration.ofNanos(tokens.getNanosToWaitForReset())
                                        .plusMillis(999)
                                        .toSeconds()));
    }

    /**
     * What was decided.
     *
     * @param refusal why the request is not taken on now; absent if it is
     * @param headers for the answer, whichever it is
     */
    public record Decision(@Nullable Refusal refusal, Map<String, String> headers) {}
}
