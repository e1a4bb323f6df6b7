package dev.troupe.kit.problem;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused for a reason the client can understand. It becomes an RFC 9457 problem; its type never changes once published.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;
    private final transient @Nullable Duration retryAfter;

    /**
     * Makes a refusal.
     *
     * @param type the last part of the problem's type, in lower case with hyphens, such as {@code order-already-confirmed}
     * @param status the HTTP status
     * @param detail what is wrong and what to do about it, for a person; holds no personal data
     */
    public Refusal(String type, int status, String detail) {
        this(type, status, detail, null);
    }

    private Refusal(String type, int status, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** A refusal of what may be asked again after a while. */
    public static Refusal forNow(String type, int status, String detail, Duration retryAfter) {
        return new Refusal(type, status, detail, retryAfter);
    }

    /** The last part of the problem's type. */
    public String type() {
        return type;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** After which time the same may be asked again, in whole seconds and at least one; empty if that would not help. */
    public OptionalLong retryAfterSeconds() {
        return retryAfter == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    /** What is wrong, for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
