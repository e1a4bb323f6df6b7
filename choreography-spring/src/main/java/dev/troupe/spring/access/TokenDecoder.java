package dev.troupe.spring.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import dev.troupe.kit.access.AccessSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Recognises tokens by the keys the settings name. */
final class TokenDecoder {

    private TokenDecoder() {}

    static JwtDecoder of(AccessSettings settings) {
        NimbusJwtDecoder decoder;
        if (settings.jwkSetFile() != null) {
            decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(keys(settings.jwkSetFile())))
                    .build();
        } else if (settings.jwkSetUri() != null) {
            decoder = NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()).build();
        } else {
            return token -> {
                throw new BadJwtException("This service knows no keys");
            };
        }
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(settings)));
        return new RememberedTokens(decoder, InstantSource.system());
    }

    private static List<OAuth2TokenValidator<Jwt>> validators(AccessSettings settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(new JwtTimestampValidator());
        validators.add(new JwtAudienceValidator(settings.audience()));
        if (settings.issuer() != null) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        return validators;
    }

    private static JWKSet keys(Path file) {
        try {
            return JWKSet.load(file.toFile());
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException(
                    "troupe.security.jwk-set-file: " + file + " holds no JWK set that can be read", e);
        }
    }
}
