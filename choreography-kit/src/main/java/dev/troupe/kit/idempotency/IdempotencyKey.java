package dev.troupe.kit.idempotency;

import dev.troupe.kit.problem.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a client says that a request is one it has sent before. */
public final class IdempotencyKey {

    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    /** What it is for, to be shown to clients. */
    public static final String DESCRIPTION =
            "Makes it safe to send the request again: a request with the same key is answered as the first one was";

    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,198}[\\x21-\\x7e])?");

    private IdempotencyKey() {}

    /**
     * The key, if there is one.
     *
     * @throws Refusal if it is not 1 to 200 printable ASCII characters
     */
    public static Optional<String> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!VALID.matcher(header).matches()) {
            throw new Refusal(
                    "invalid-idempotency-key",
                    400,
                    "An Idempotency-Key is 1 to 200 printable ASCII characters, best a random UUID.");
        }
        return Optional.of(header);
    }
}
