package dev.troupe.kit.privacy;

import dev.troupe.events.Sealed;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import java.nio.file.Path;
import java.util.Optional;

/** Seals personal values with a key per subject, and opens them again for those who may. */
public interface SealedValues {

    /**
     * The sealed values of a service's database.
     *
     * @throws IllegalArgumentException if the settings name no master key, or it cannot be read
     */
    static SealedValues create(TroupeSettings settings, ServiceDatabase database) {
        Path file = settings.masterKeyFile();
        if (file == null) {
            throw new IllegalArgumentException(
                    "the setting troupe.master-key-file is missing: it names the file with the key for personal values");
        }
        return new KeyedSealedValues(new SubjectKeys(database.writer(), MasterKey.read(file)));
    }

    /** Seals a value, written as JSON, with the subject's key, which is made if there is none. */
    Sealed seal(String subject, Object value);

    /** Opens a sealed value; empty if the subject's key has been shredded. */
    <T> Optional<T> open(Sealed sealed, Class<T> type);
}
