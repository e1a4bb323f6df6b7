package dev.troupe.spring.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Digests of requests, by which one that is sent again is recognised. They are kept in the database, and a plain digest of a request with
 * a name in it would let somebody who guesses the name find that out; so they are keyed with a secret that is not in the database.
 */
public final class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "idempotency-fingerprint\n".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final byte[] secret;

    /**
     * Makes digests.
     *
     * @param secretFile the file with the secret; without it digests are not keyed, for services that see no personal values
     */
    public Fingerprints(JsonMapper json, @Nullable Path secretFile) {
        this.json = json;
        try {
            this.secret = secretFile == null ? PURPOSE : Files.readAllBytes(secretFile);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key cannot be read from " + secretFile, e);
        }
    }

    /**
     * The digest of what a request asks for.
     *
     * @param operation method and path
     * @param content the body as it was understood, so that white space makes no difference; none if there is none
     */
    String of(String operation, @Nullable Object content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(PURPOSE);
            mac.update((operation + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(json.writeValueAsBytes(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a request cannot be digested", e);
        }
    }
}
