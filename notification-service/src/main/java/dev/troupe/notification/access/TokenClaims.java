package dev.troupe.notification.access;

import dev.troupe.kit.access.AccessSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Takes no token that was issued by somebody else or for somebody else. */
@Singleton
final class TokenClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {

    private final AccessSettings settings;

    TokenClaims(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        boolean issued = settings.issuer() == null || settings.issuer().equals(claims.get(Claims.ISSUER));
        return issued && isFor(claims.get(Claims.AUDIENCE));
    }

    private boolean isFor(@Nullable Object audience) {
        return audience instanceof Collection<?> several
                ? several.contains(settings.audience())
                : settings.audience().equals(audience);
    }
}
