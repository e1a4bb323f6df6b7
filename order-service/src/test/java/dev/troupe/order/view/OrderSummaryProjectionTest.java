package dev.troupe.order.view;

import static dev.troupe.order.OrderFixture.aPlacedOrder;
import static dev.troupe.order.OrderFixture.cancelled;
import static dev.troupe.order.OrderFixture.completed;
import static dev.troupe.order.OrderFixture.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CancellationReason;
import dev.troupe.events.OrderEvent;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.order.domain.OrderStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderSummaryProjectionTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final OrderSummaryProjection projection = new OrderSummaryProjection();

    @Test
    void aPlacedOrderIsSummedUp() {
        OrderSummary row = row(aPlacedOrder());
        assertThat(row.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(row.totalMinor()).isEqualTo(2450);
        assertThat(row.lineCount()).isEqualTo(2);
        assertThat(row.pieces()).isEqualTo(3);
        assertThat(row.orderedAt()).isEqualTo(aPlacedOrder().orderedAt());
        assertThat(row.placedAt()).isEqualTo(START);
        assertThat(row.endedAt()).isNull();
    }

    @Test
    void aCompletedOrderKeepsWhenItWasConfirmed() {
        OrderSummary row = row(aPlacedOrder(), confirmed(), completed());
        assertThat(row.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(row.confirmedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(row.endedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void aCancelledOrderSaysWhy() {
        OrderSummary row = row(aPlacedOrder(), cancelled(CancellationReason.DECLINED));
        assertThat(row.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(row.reason()).isEqualTo(CancellationReason.DECLINED);
        assertThat(row.confirmedAt()).isNull();
        assertThat(row.endedAt()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void aReplayThatBeginsInTheMiddleOfAnOrderMakesNoRow() {
        assertThat(fold(confirmed(), completed())).isNull();
    }

    @Test
    void theRowOfAnOrderIsFoundByItsId() {
        Collection<String> keys = Objects.requireNonNull(projection.folds().get(OrderEvent.OrderPlaced.class))
                .keys()
                .apply(aPlacedOrder());
        assertThat(keys).containsExactly("o-1");
        assertThat(projection.keyColumn()).isEqualTo("order_id");
    }

    private OrderSummary row(OrderEvent... facts) {
        return Objects.requireNonNull(fold(facts));
    }

    private @Nullable OrderSummary fold(OrderEvent... facts) {
        OrderSummary row = null;
        int position = 0;
        for (OrderEvent fact : List.of(facts)) {
            row = Objects.requireNonNull(projection.folds().get(fact.getClass()))
                    .fold()
                    .fold(row, "o-1", fact, new Recorded(position, START.plusSeconds(position), "o-1"));
            position++;
        }
        return row;
    }
}
