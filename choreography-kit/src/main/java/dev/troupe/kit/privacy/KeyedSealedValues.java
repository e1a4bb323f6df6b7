package dev.troupe.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.events.Sealed;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Seals with AES-256-GCM under the newest key of each subject; subject and key id are authenticated with the value. */
public final class KeyedSealedValues implements SealedValues {

    private final SubjectKeys keys;

    /** Seals with the given keys. */
    public KeyedSealedValues(SubjectKeys keys) {
        this.keys = keys;
    }

    @Override
    public Sealed seal(String subject, Object value) {
        try {
            SubjectKeys.SubjectKey key = keys.current(subject);
            byte[] plain = FactMapper.get().writeValueAsBytes(value);
            byte[] sealed = AesGcm.encrypt(key.secret(), plain, context(subject, key.id()));
            return new Sealed(subject, key.id(), Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("A personal value cannot be sealed", e);
        }
    }

    @Override
    public <T> Optional<T> open(Sealed sealed, Class<T> type) {
        Optional<SubjectKeys.SubjectKey> key = keys.find(sealed.subject(), sealed.keyId());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] plain = AesGcm.decrypt(
                    key.get().secret(),
                    Base64.getDecoder().decode(sealed.ciphertext()),
                    context(sealed.subject(), sealed.keyId()));
            return Optional.of(FactMapper.get().readValue(plain, type));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "A sealed value cannot be opened: it was changed, or sealed under another master key", e);
        }
    }

    private static byte[] context(String subject, String keyId) {
        return (subject + '\n' + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
