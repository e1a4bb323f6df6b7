package dev.troupe.kit.privacy;

import dev.troupe.events.Sealed;
import java.util.Optional;

/** Seals personal values with a key per subject, and opens them again for those who may. */
public interface SealedValues {

    /** Seals a value, written as JSON, with the subject's key, which is made if there is none. */
    Sealed seal(String subject, Object value);

    /** Opens a sealed value; empty if the subject's key has been shredded. */
    <T> Optional<T> open(Sealed sealed, Class<T> type);
}
