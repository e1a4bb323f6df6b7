package dev.troupe.payment.provider;

import java.net.URI;
import java.time.Duration;

/**
 * Where the payment provider is and how patiently it is asked.
 *
 * @param url without a slash at the end
 * @param connectTimeOut how long a connection may take
 * @param answerTimeOut how long an answer may take, the connection included
 * @param concurrentCalls how many calls may be under way at once; a further one waits at most one answer time-out for its turn
 * @param rest for how long the provider is left alone once the circuit breaker has opened
 */
public record ProviderSettings(
        URI url, Duration connectTimeOut, Duration answerTimeOut, int concurrentCalls, Duration rest) {

    /** Patience that suits a provider which usually answers within tens of milliseconds. */
    public static ProviderSettings of(URI url) {
        return new ProviderSettings(url, Duration.ofSeconds(1), Duration.ofSeconds(3), 16, Duration.ofSeconds(2));
    }
}
