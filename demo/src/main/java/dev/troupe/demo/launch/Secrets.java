package dev.troupe.demo.launch;

import dev.troupe.demo.database.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Passwords and keys of a data directory: made at first use, the same ever after, readable by their owner only. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(Path folder) throws IOException {
        this.folder = OwnerOnly.folder(folder);
    }

    /** The password of a role or the token of the operators. */
    String password(String name) throws IOException {
        return Files.readString(file(name, HexFormat.of().formatHex(random(24))))
                .strip();
    }

    /** The file that holds a password or token. */
    Path passwordFile(String name) throws IOException {
        return file(name, HexFormat.of().formatHex(random(24)));
    }

    /** The file of the key that wraps all customers' keys: 32 bytes in Base64. */
    Path masterKey() throws IOException {
        return file("master-key", Base64.getEncoder().encodeToString(random(32)));
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
