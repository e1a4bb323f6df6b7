package dev.troupe.provider.authorization;

/** A rule about money forbids what was asked. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rules that refuse. */
    public enum Rule {
        /** The provider knows nothing of the key. */
        UNKNOWN_KEY,
        /** The key was used before with another body. */
        KEY_REUSED,
        /** The key was closed before anything was held. */
        KEY_CLOSED,
        /** The money was refused, so there is nothing to collect. */
        AUTHORIZATION_DECLINED,
        /** The money was let go, so it cannot be collected. */
        AUTHORIZATION_VOIDED,
        /** The money was collected, so it can only be refunded. */
        AUTHORIZATION_CAPTURED,
        /** More would be returned than was collected. */
        REFUND_EXCEEDS_CAPTURE
    }

    private final Rule rule;

    Refusal(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** The rule that refused. */
    public Rule rule() {
        return rule;
    }
}
