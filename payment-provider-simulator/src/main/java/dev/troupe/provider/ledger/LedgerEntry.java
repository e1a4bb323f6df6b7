package dev.troupe.provider.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param seq the line's number, from 1 without a gap
 * @param at when it was written
 * @param amountMinor in minor units of the currency; 0 when the key was closed unused
 * @param currency absent only when the key was closed unused
 * @param reference the client's own name for what is paid; only on the first line of a key
 * @param refundKey only on refunds
 * @param declineReason only on declines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"seq", "at", "key", "type", "amountMinor", "currency", "reference", "refundKey", "declineReason"})
public record LedgerEntry(
        long seq,
        Instant at,
        String key,
        EntryType type,
        long amountMinor,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String refundKey,
        @Nullable String declineReason) {

    public LedgerEntry {
        require(at, "at");
        require(key, "key");
        require(type, "type");
        if (amountMinor < 0) {
            throw new IllegalArgumentException("amountMinor is negative");
        }
        switch (type) {
            case AUTHORIZED -> requireAll(currency, reference);
            case DECLINED -> {
                requireAll(currency, reference);
                require(declineReason, "declineReason");
            }
            case REFUNDED -> require(refundKey, "refundKey");
            case CAPTURED, VOIDED, CLOSED -> {}
        }
    }

    static LedgerEntry of(long seq, Instant at, Posting posting) {
        return new LedgerEntry(
                seq,
                at,
                posting.key(),
                posting.type(),
                posting.amountMinor(),
                posting.currency(),
                posting.reference(),
                posting.refundKey(),
                posting.declineReason());
    }

    private static void requireAll(@Nullable String currency, @Nullable String reference) {
        require(currency, "currency");
        require(reference, "reference");
    }

    private static void require(@Nullable Object value, String name) {
        Objects.requireNonNull(value, () -> name + " is missing");
    }
}
