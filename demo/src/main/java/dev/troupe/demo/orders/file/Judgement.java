package dev.troupe.demo.orders.file;

import dev.troupe.events.CustomerId;
import dev.troupe.events.Sku;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a row, looked at by itself, turns out to be. */
sealed interface Judgement {

    /**
     * So many pieces of something sold.
     *
     * @param customer null where the row names none
     */
    record Sale(
            int row,
            Sku sku,
            int quantity,
            long unitPriceMinor,
            Instant orderedAt,
            @Nullable CustomerId customer,
            String country)
            implements Judgement {}

    /** Something that cannot be part of an order. */
    record Rejection(QuarantineReason reason, String detail) implements Judgement {}
}
