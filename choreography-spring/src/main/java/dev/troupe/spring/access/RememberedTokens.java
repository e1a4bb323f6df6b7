package dev.troupe.spring.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Recognises a token that was found good a moment ago without looking at its signature again, as a client sends the same one with each of its
 * requests. For a minute at most and never past the token's end, so a key that is withdrawn still counts for no longer than that.
 */
final class RememberedTokens implements JwtDecoder {

    static final Duration AT_MOST = Duration.ofMinutes(1);

    /** More clients than this at once are only slower. */
    private static final int REMEMBERED = 1_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Map<String, Good> good = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
            return size() > REMEMBERED;
        }
    };

    RememberedTokens(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Good known = known(token);
        if (known != null && now.isBefore(known.until)) {
            return known.jwt;
        }
        Jwt jwt = decoder.decode(token);
        Instant until = now.plus(AT_MOST);
        Instant end = jwt.getExpiresAt();
        synchronized (good) {
            good.put(token, new Good(jwt, end == null || until.isBefore(end) ? until : end));
        }
        return jwt;
    }

    private @Nullable Good known(String token) {
        synchronized (good) {
            return good.get(token);
        }
    }

    private record Good(Jwt jwt, Instant until) {}
}
