package dev.troupe.provider.ledger;

import org.jspecify.annotations.Nullable;

/** What is to be written to the ledger, before the ledger gave it its place and time. */
public record Posting(
        String key,
        EntryType type,
        long amountMinor,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String refundKey,
        @Nullable String declineReason) {

    /** Money is held under a new key. */
    public static Posting authorized(String key, long amountMinor, String currency, String reference) {
        return new Posting(key, EntryType.AUTHORIZED, amountMinor, currency, reference, null, null);
    }

    /** A new key was refused. */
    public static Posting declined(String key, long amountMinor, String currency, String reference, String reason) {
        return new Posting(key, EntryType.DECLINED, amountMinor, currency, reference, null, reason);
    }

    /** All that was held is collected. */
    public static Posting captured(String key, long amountMinor, @Nullable String currency) {
        return new Posting(key, EntryType.CAPTURED, amountMinor, currency, null, null, null);
    }

    /** All that was held is let go. */
    public static Posting voided(String key, long amountMinor, @Nullable String currency) {
        return new Posting(key, EntryType.VOIDED, amountMinor, currency, null, null, null);
    }

    /** A part of what was collected, or all of it, is returned. */
    public static Posting refunded(String key, String refundKey, long amountMinor, @Nullable String currency) {
        return new Posting(key, EntryType.REFUNDED, amountMinor, currency, null, refundKey, null);
    }

    /** A key that nobody has used is closed for ever. */
    public static Posting closed(String key) {
        return new Posting(key, EntryType.CLOSED, 0, null, null, null, null);
    }
}
