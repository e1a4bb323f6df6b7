package dev.troupe.payment.provider;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the payment provider is and how patiently it is asked.
 *
 * @param url without a slash at the end
 * @param connectTimeOut how long a connection may take
 * @param answerTimeOut how long an answer may take, the connection included
 * @param concurrentCalls how many calls may be under way at once; a further one is tried again later
 * @param rest for how long the provider is left alone once the circuit breaker has opened
 */
public record ProviderSettings(
        URI url, Duration connectTimeOut, Duration answerTimeOut, int concurrentCalls, Duration rest) {

    private static final Pattern HTTP = Pattern.compile("https?");

    public ProviderSettings {
        if (url.getHost() == null
                || !HTTP.matcher(String.valueOf(url.getScheme())).matches()) {
            throw new IllegalArgumentException(
                    "troupe.payment.provider.url must be an address such as http://127.0.0.1:8090, not '" + url + "'");
        }
        requirePositive("connect-time-out", connectTimeOut);
        requirePositive("answer-time-out", answerTimeOut);
        requirePositive("rest", rest);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "troupe.payment.provider.%s must be longer than nothing, not %s".formatted(name, value));
        }
    }
}
