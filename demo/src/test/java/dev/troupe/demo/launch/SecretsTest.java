package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.troupe.operator.OwnTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretStaysTheSameAndIsNobodyElses() throws IOException {
        String first = new Secrets(folder.resolve("secrets")).password("order_service");
        Secrets later = new Secrets(folder.resolve("secrets"));
        assertThat(later.password("order_service")).isEqualTo(first).hasSize(48);
        assertThat(later.password("payment_service")).isNotEqualTo(first);
    }

    @Test
    void theMasterKeyHasThirtyTwoBytes() throws IOException {
        Path key = new Secrets(folder).masterKey();
        assertThat(Base64.getDecoder().decode(Files.readString(key).strip())).hasSize(32);
    }

    @Test
    void servicesAreGivenThePublicHalfOfTheKeyAlone() throws Exception {
        Path publicKeys = new Secrets(folder).tokenPublicKeys();
        assertThat(JWKSet.load(publicKeys.toFile()).getKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.isPrivate()).isFalse());
        assertThat(new Secrets(folder).tokenPublicKeys()).hasSameTextualContentAs(publicKeys);
        assertThat(permissions(OwnTokens.keyIn(folder))).isEqualTo("rw-------");
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        secrets.password("order_service");
        secrets.masterKey();
        assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).hasSize(2).allMatch(file -> permissions(file).equals("rw-------"));
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
