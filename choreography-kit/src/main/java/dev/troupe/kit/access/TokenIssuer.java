package dev.troupe.kit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;

/**
 * Issues short-lived tokens where there is no identity provider: on one's own machine, and in tests. Services never have the key it needs,
 * only the public half.
 */
public final class TokenIssuer {

    /** What its tokens say of who issued them. */
    public static final String NAME = "troupe";

    private static final int KEY_BITS = 2048;

    private final RSAKey key;

    private TokenIssuer(RSAKey key) {
        this.key = key;
    }

    /** A new private key as a JWK; nobody but the issuer may read it. */
    public static String newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    /**
     * The issuer whose key is in a file.
     *
     * @throws IllegalArgumentException if the file holds something else
     */
    public static TokenIssuer of(Path keyFile) throws IOException {
        try {
            return new TokenIssuer(RSAKey.parse(Files.readString(keyFile)));
        } catch (ParseException e) {
            throw new IllegalArgumentException(keyFile + " holds no private RSA key in JWK form");
        }
    }

    /** What services need to recognise its tokens: the public half of the key, as a JWK set. */
    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    /**
     * A token.
     *
     * @param caller who will show it; records of what was done name this
     * @param validFor how long it is valid from now on
     */
    public String issue(String caller, Set<Role> roles, Duration validFor) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(NAME)
                .audience(AccessSettings.AUDIENCE)
                .subject(caller)
                .claim(
                        AccessSettings.ROLES,
                        roles.stream().map(Role::label).sorted().toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return token.serialize();
    }
}
