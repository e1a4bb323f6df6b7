package dev.troupe.demo.launch;

import dev.troupe.demo.database.OwnerOnly;
import dev.troupe.kit.access.TokenIssuer;
import dev.troupe.operator.OwnTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Passwords and keys of a data directory: made at first use, the same ever after, readable by their owner only. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** The secrets in a folder, which is made if it is not there. */
    public Secrets(Path folder) throws IOException {
        this.folder = OwnerOnly.folder(folder);
    }

    /** The password of a role. */
    public String password(String name) throws IOException {
        return Files.readString(passwordFile(name)).strip();
    }

    /** The file with the password of a role. */
    public Path passwordFile(String role) throws IOException {
        return file(role, HexFormat.of().formatHex(random(24)));
    }

    /** The file of the key that wraps all customers' keys: 32 bytes in Base64. */
    public Path masterKey() throws IOException {
        return file("master-key", Base64.getEncoder().encodeToString(random(32)));
    }

    /** The file with the public half of the key that signs tokens, for the services; makes the key if there is none. */
    public Path tokenPublicKeys() throws IOException {
        Path key = OwnTokens.keyIn(folder);
        if (!Files.exists(key)) {
            file(key.getFileName().toString(), TokenIssuer.newKey());
        }
        return file("token-public-keys.json", TokenIssuer.of(key).publicKeys());
    }

    private Path file(String name, String initial) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Path draft = OwnerOnly.file(folder.resolve(name + ".new"), initial + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
