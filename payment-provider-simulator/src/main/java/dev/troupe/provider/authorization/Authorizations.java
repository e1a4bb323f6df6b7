package dev.troupe.provider.authorization;

import static dev.troupe.provider.authorization.Refusal.Rule.AUTHORIZATION_CAPTURED;
import static dev.troupe.provider.authorization.Refusal.Rule.AUTHORIZATION_DECLINED;
import static dev.troupe.provider.authorization.Refusal.Rule.AUTHORIZATION_VOIDED;
import static dev.troupe.provider.authorization.Refusal.Rule.KEY_CLOSED;
import static dev.troupe.provider.authorization.Refusal.Rule.KEY_REUSED;
import static dev.troupe.provider.authorization.Refusal.Rule.REFUND_EXCEEDS_CAPTURE;
import static dev.troupe.provider.authorization.Refusal.Rule.UNKNOWN_KEY;

import dev.troupe.provider.ledger.Ledger;
import dev.troupe.provider.ledger.Posting;
import org.jspecify.annotations.Nullable;

/**
 * The provider's rules about money. Everything is idempotent, one thing happens at a time per key, and nothing is known that the
 * ledger does not say.
 */
public final class Authorizations {

    private final Ledger ledger;
    private final Register register;
    private final DeclineRule declineRule;
    private final KeyLocks locks = new KeyLocks();

    /** Works on a ledger and on the register of what it says. */
    public Authorizations(Ledger ledger, Register register, DeclineRule declineRule) {
        this.ledger = ledger;
        this.register = register;
        this.declineRule = declineRule;
    }

    /**
     * What was done, and whether it was done just now.
     *
     * @param authorization what is known of the key after it
     * @param isNew false for a repetition, which changes nothing
     */
    public record Outcome(Authorization authorization, boolean isNew) {}

    /**
     * What is known of a key.
     *
     * @throws Refusal if nothing is
     */
    public Authorization get(String key) {
        Authorization known = find(key);
        if (known == null) {
            throw new Refusal(UNKNOWN_KEY, "nothing is known of key %s: nothing is held under it".formatted(key));
        }
        return known;
    }

    /** Holds the money, or declines, once per key. */
    public Outcome authorize(String key, ChargeRequest request) {
        return locks.holding(key, () -> {
            Authorization known = find(key);
            if (known == null) {
                return new Outcome(record(decided(key, request)), true);
            }
            if (known.status() == AuthorizationStatus.CLOSED) {
                throw closed(key);
            }
            if (!known.isFor(request)) {
                throw new Refusal(
                        KEY_REUSED, "key %s was used before with another amount, currency or reference".formatted(key));
            }
            return new Outcome(known, false);
        });
    }

    /** Collects all that is held. */
    public Authorization capture(String key) {
        return locks.holding(key, () -> {
            Authorization known = get(key);
            return switch (known.status()) {
                case AUTHORIZED -> record(Posting.captured(key, known.amountMinor(), known.currency()));
                case CAPTURED -> known;
                case VOIDED -> throw refused(AUTHORIZATION_VOIDED, key, "was voided: there is nothing to capture");
                case DECLINED ->
                    throw refused(AUTHORIZATION_DECLINED, key, "was declined: there is nothing to capture");
                case CLOSED -> throw closed(key);
            };
        });
    }

    /** Lets go of what is held, and makes sure that nothing ever will be where nothing is. */
    public Authorization cancel(String key) {
        return locks.holding(key, () -> {
            Authorization known = find(key);
            if (known == null) {
                return record(Posting.closed(key));
            }
            return switch (known.status()) {
                case AUTHORIZED -> record(Posting.voided(key, known.amountMinor(), known.currency()));
                case VOIDED, DECLINED, CLOSED -> known;
                case CAPTURED -> throw refused(AUTHORIZATION_CAPTURED, key, "was captured: refund it instead");
            };
        });
    }

    /** Makes sure that nothing will ever be held where nothing is; where a decision was made it stays as it is. */
    public Authorization close(String key) {
        return locks.holding(key, () -> {
            Authorization known = find(key);
            return known == null ? record(Posting.closed(key)) : known;
        });
    }

    /** Returns collected money, once per refund key. */
    public Outcome refund(String key, String refundKey, long amountMinor) {
        return locks.holding(key, () -> {
            Authorization known = get(key);
            Long earlier = known.refunds().get(refundKey);
            if (earlier == null) {
                requireRefundable(known, amountMinor);
                return new Outcome(record(Posting.refunded(key, refundKey, amountMinor, known.currency())), true);
            }
            if (earlier != amountMinor) {
                throw new Refusal(KEY_REUSED, "refund key %s was used before with another amount".formatted(refundKey));
            }
            return new Outcome(known, false);
        });
    }

    private @Nullable Authorization find(String key) {
        ledger.requireAvailable(); // or a change may be on the disk that is not known here
        return register.find(key);
    }

    private Posting decided(String key, ChargeRequest request) {
        return declineRule
                .reason(key, request)
                .map(reason ->
                        Posting.declined(key, request.amountMinor(), request.currency(), request.reference(), reason))
                .orElseGet(
                        () -> Posting.authorized(key, request.amountMinor(), request.currency(), request.reference()));
    }

    private Authorization record(Posting posting) {
        return register.apply(ledger.append(posting));
    }

    private static void requireRefundable(Authorization known, long amountMinor) {
        long refundable = known.capturedMinor() - known.refundedMinor();
        if (amountMinor > refundable) {
            throw new Refusal(
                    REFUND_EXCEEDS_CAPTURE,
                    "captured %d and refunded %d of it before, so at most %d can be refunded, not %d"
                            .formatted(known.capturedMinor(), known.refundedMinor(), refundable, amountMinor));
        }
    }

    private static Refusal refused(Refusal.Rule rule, String key, String why) {
        return new Refusal(rule, "the authorization under key %s %s".formatted(key, why));
    }

    private static Refusal closed(String key) {
        return new Refusal(KEY_CLOSED, "key %s was closed before it was authorized, for ever".formatted(key));
    }
}
