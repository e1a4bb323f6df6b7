package dev.troupe.spring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> lookedAt = new ArrayList<>();
    private Instant now = START;
    private @Nullable Instant end = START.plus(Duration.ofHours(1));

    private final RememberedTokens tokens = new RememberedTokens(this::look, () -> now);

    @Test
    void aTokenIsLookedAtOnceAMinute() {
        Jwt first = tokens.decode("one");
        now = START.plusSeconds(59);

        assertThat(tokens.decode("one")).isSameAs(first);
        assertThat(lookedAt).containsExactly("one");

        now = START.plusSeconds(60);
        tokens.decode("one");
        assertThat(lookedAt).containsExactly("one", "one");
    }

    @Test
    void aTokenIsNotRememberedPastItsEnd() {
        end = START.plusSeconds(10);
        tokens.decode("one");
        now = START.plusSeconds(10);

        tokens.decode("one");

        assertThat(lookedAt).hasSize(2);
    }

    @Test
    void oneThatNeverEndsIsLookedAtAgainToo() {
        end = null;
        tokens.decode("one");
        now = START.plus(RememberedTokens.AT_MOST);

        tokens.decode("one");

        assertThat(lookedAt).hasSize(2);
    }

    @Test
    void everyTokenIsLookedAt() {
        tokens.decode("one");
        tokens.decode("other");

        assertThat(lookedAt).containsExactly("one", "other");
    }

    @Test
    void aBadTokenIsRefusedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        }
        assertThat(lookedAt).hasSize(2);
    }

    private Jwt look(String token) {
        lookedAt.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        Jwt.Builder jwt = Jwt.withTokenValue(token).header("alg", "RS256").claim("sub", token);
        return end == null ? jwt.build() : jwt.expiresAt(end).build();
    }
}
