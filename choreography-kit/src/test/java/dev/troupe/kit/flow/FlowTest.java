package dev.troupe.kit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Expectations expectations = new Expectations(List.of(new Declaration(
            "inventory",
            "inventory-reactions",
            List.of(new DeclaredReaction(
                    "WhenOrderPlacedThenReserveStock",
                    "order.placed",
                    List.of("stock.reserved", "stock.reservation-rejected"),
                    5_000)),
            List.of(),
            List.of())));
    private final Flow flow = new Flow(expectations);
    private long position;

    @Test
    void aPlacedOrderOwesAReservation() {
        add("order.placed", 0);

        assertThat(flow.owed()).singleElement().satisfies(owed -> {
            assertThat(owed.service()).isEqualTo("inventory");
            assertThat(owed.due()).isEqualTo(START.plusSeconds(5));
        });
        assertThat(flow.isStuck(START.plusSeconds(5))).isFalse();
        assertThat(flow.isStuck(START.plusSeconds(6))).isTrue();
    }

    @Test
    void anyListedFactSettlesWhatIsOwed() {
        add("order.placed", 0);
        add("stock.reservation-rejected", 10);

        assertThat(flow.owed()).isEmpty();
        assertThat(flow.hasEnded()).as("the order has no outcome yet").isFalse();
    }

    @Test
    void aFactThatCameBeforeSettlesToo() {
        add("stock.reserved", 0);
        add("order.placed", 10);

        assertThat(flow.owed()).isEmpty();
    }

    @Test
    void aCancelledOrderEndsOnlyWithBothAnswers() {
        add("order.placed", 0);
        add("stock.reservation-rejected", 10);
        add("order.cancelled", 20);
        assertThat(flow.hasEnded()).isFalse();
        add("payment.cancelled", 30);

        assertThat(flow.hasEnded()).isTrue();
        assertThat(flow.latency()).contains(Duration.ofMillis(30));
    }

    @Test
    void whatComesAfterTheOutcomeDoesNotCountAsLatency() {
        add("order.placed", 0);
        add("stock.reserved", 10);
        add("order.completed", 100);
        add("notification.sent", 500);

        assertThat(flow.latency()).contains(Duration.ofMillis(100));
    }

    private void add(String type, long millis) {
        flow.add(new FlowEvent(++position, "1", type, START.plusMillis(millis)));
    }
}
