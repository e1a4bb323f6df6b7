package dev.troupe.provider.authorization;

import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether money is refused, once per key. */
public final class DeclineRule {

    /** The most that is authorized under one key, in minor units; also keeps the ledger's sums far from overflow. */
    public static final long LIMIT_MINOR = 1_000_000_000_000L;

    private final Predicate<String> declinesKey;

    /** A rule that refuses the keys of which the given test is true, and every amount above the limit. */
    public DeclineRule(Predicate<String> declinesKey) {
        this.declinesKey = declinesKey;
    }

    /** Why the money is refused; empty if it is not. */
    Optional<String> reason(String key, ChargeRequest request) {
        if (request.amountMinor() > LIMIT_MINOR) {
            return Optional.of("LIMIT_EXCEEDED");
        }
        return declinesKey.test(key) ? Optional.of("REFUSED") : Optional.empty();
    }
}
