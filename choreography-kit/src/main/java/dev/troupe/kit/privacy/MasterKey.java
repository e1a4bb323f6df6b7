package dev.troupe.kit.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The key that wraps all others; it lives in a file outside the database, and without it no personal value can be read. */
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads the key: 32 bytes in Base64.
     *
     * @throws IllegalArgumentException if there is none; the message names the file
     */
    public static MasterKey read(Path file) {
        try {
            byte[] secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return new MasterKey(secret);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key cannot be read from " + file + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("the master key in " + file + " must be 32 bytes in Base64");
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "master key";
    }
}
