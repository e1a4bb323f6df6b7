package dev.troupe.provider.json;

/** Something a client sent cannot be accepted; the message is written for the person who sent it. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * A refusal of what was sent.
     *
     * @param type the stable last part of the problem's type, such as {@code malformed-json}
     */
    public InvalidInput(String type, String message) {
        super(message);
        this.type = type;
    }

    /** The stable last part of the problem's type. */
    public String type() {
        return type;
    }
}
