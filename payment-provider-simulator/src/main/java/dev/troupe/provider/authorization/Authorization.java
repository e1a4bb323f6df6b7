package dev.troupe.provider.authorization;

import static dev.troupe.provider.authorization.AuthorizationStatus.AUTHORIZED;
import static dev.troupe.provider.authorization.AuthorizationStatus.CAPTURED;
import static dev.troupe.provider.authorization.AuthorizationStatus.CLOSED;
import static dev.troupe.provider.authorization.AuthorizationStatus.DECLINED;
import static dev.troupe.provider.authorization.AuthorizationStatus.VOIDED;

import dev.troupe.provider.ledger.LedgerEntry;
import dev.troupe.provider.ledger.LedgerRefused;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger says about one key.
 *
 * @param opened the number of the key's first ledger entry
 * @param currency absent only when closed
 * @param reference absent only when closed
 * @param refunds amounts by refund key
 */
public record Authorization(
        String key,
        AuthorizationStatus status,
        long opened,
        long amountMinor,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String declineReason,
        Map<String, Long> refunds) {

    /**
     * What is known after one more entry.
     *
     * @throws LedgerRefused if the entry needs an authorization that is not there
     */
    static Authorization after(@Nullable Authorization before, LedgerEntry entry) {
        return switch (entry.type()) {
            case AUTHORIZED -> opened(entry, AUTHORIZED);
            case DECLINED -> opened(entry, DECLINED);
            case CLOSED -> opened(entry, CLOSED);
            case CAPTURED -> known(before, entry).with(CAPTURED);
            case VOIDED -> known(before, entry).with(VOIDED);
            case REFUNDED -> known(before, entry).withRefund(String.valueOf(entry.refundKey()), entry.amountMinor());
        };
    }

    /** What was collected, refunded or not. */
    public long capturedMinor() {
        return status == CAPTURED ? amountMinor : 0;
    }

    /** What was returned. */
    public long refundedMinor() {
        return refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The provider's own name for a decision about money; absent where none was made. */
    public @Nullable String providerReference() {
        return status == CLOSED ? null : String.format(Locale.ROOT, "sim-%08d", opened);
    }

    boolean isFor(ChargeRequest request) {
        return amountMinor == request.amountMinor()
                && request.currency().equals(currency)
                && request.reference().equals(reference);
    }

    private static Authorization opened(LedgerEntry entry, AuthorizationStatus status) {
        String currency = entry.currency();
        return new Authorization(
                entry.key(),
                status,
                entry.seq(),
                entry.amountMinor(),
                currency == null ? null : currency.intern(),
                entry.reference(),
                entry.declineReason(),
                Map.of());
    }

    private static Authorization known(@Nullable Authorization before, LedgerEntry entry) {
        if (before == null) {
            throw new LedgerRefused("line %d of the ledger says %s of key %s, of which nothing was said before"
                    .formatted(entry.seq(), entry.type(), entry.key()));
        }
        return before;
    }

    private Authorization with(AuthorizationStatus next) {
        return new Authorization(key, next, opened, amountMinor, currency, reference, declineReason, refunds);
    }

    private Authorization withRefund(String refundKey, long refundMinor) {
        Map<String, Long> all = new HashMap<>(refunds);
        all.put(refundKey, refundMinor);
        return new Authorization(key, status, opened, amountMinor, currency, reference, declineReason, Map.copyOf(all));
    }
}
