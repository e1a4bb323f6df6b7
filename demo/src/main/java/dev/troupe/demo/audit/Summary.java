package dev.troupe.demo.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to. Input counts the run, everything else the whole data directory.
 *
 * @param input what was read and played; absent if nothing was
 * @param invariants what must hold whatever happened, by name
 */
public record Summary(
        Orders orders,
        FlowLatency flowLatencyMillis,
        @Nullable Input input,
        Money money,
        Stock stock,
        Mails mails,
        Map<String, Boolean> invariants) {

    /** Whether every flow has ended and every invariant holds. */
    @JsonIgnore
    public boolean isFine() {
        return orders.open() == 0 && orders.stuck() == 0 && !invariants.containsValue(false);
    }

    /**
     * Orders by their outcome.
     *
     * @param cancelled how many by each reason
     * @param open how many flows have not ended
     * @param stuck how many of those owe something that is overdue
     */
    public record Orders(long placed, long completed, Map<String, Long> cancelled, long open, long stuck) {}

    /** From the placing of an order until its outcome was final, in milliseconds. */
    public record FlowLatency(long p50, long p95, long p99) {}

    /** What was read from the input of this run. */
    public record Input(long rows, long orders, long lines, Map<String, Long> quarantined, long totalMinor) {}

    /** Money in minor units. */
    public record Money(
            long authorizedMinor,
            long capturedMinor,
            long voidedMinor,
            long refundedMinor,
            long completedOrdersMinor) {}

    /**
     * Goods in pieces.
     *
     * @param negativeSkus how many SKUs were ever oversold
     */
    public record Stock(long received, long adjusted, long reserved, long shipped, long onHand, long negativeSkus) {}

    /** Mails that the mail server took. */
    public record Mails(long sent) {}
}
