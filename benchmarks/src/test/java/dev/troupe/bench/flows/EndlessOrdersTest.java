package dev.troupe.bench.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.input.GeneratedInput;
import dev.troupe.demo.orders.IncomingOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndlessOrdersTest {

    @Test
    void goesOnAfterTheLastOrderWithTheSameOrdersUnderOtherIds() {
        try (EndlessOrders orders = new EndlessOrders(new GeneratedInput(1, 1, 3))) {
            List<IncomingOrder> seven = Stream.generate(orders::next).limit(7).toList();

            Set<String> ids = new HashSet<>();
            seven.forEach(order -> ids.add(order.orderId().value()));
            assertThat(ids).hasSize(7);
            assertThat(seven.get(3).lines()).isEqualTo(seven.get(0).lines());
        }
    }

    @Test
    void playsNoOrderThatWasPlayedBefore() throws InterruptedException {
        String before;
        try (EndlessOrders orders = new EndlessOrders(new GeneratedInput(1, 1, 3))) {
            before = orders.next().orderId().value();
        }
        long then = System.currentTimeMillis();
        while (System.currentTimeMillis() == then) {
            Thread.onSpinWait();
        }
        try (EndlessOrders orders = new EndlessOrders(new GeneratedInput(1, 1, 3))) {
            assertThat(orders.next().orderId().value()).isNotEqualTo(before);
        }
    }
}
