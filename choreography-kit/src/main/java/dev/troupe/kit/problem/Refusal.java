package dev.troupe.kit.problem;

/**
 * A request that is refused for a reason the client can understand. It becomes an RFC 9457 problem; its type never changes once published.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    /**
     * Makes a refusal.
     *
     * @param type the last part of the problem's type, in lower case with hyphens, such as {@code order-already-confirmed}
     * @param status the HTTP status
     * @param detail what is wrong and what to do about it, for a person; holds no personal data
     */
    public Refusal(String type, int status, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
    }

    /** The last part of the problem's type. */
    public String type() {
        return type;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
