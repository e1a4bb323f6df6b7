package dev.troupe.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderLine;
import dev.troupe.events.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedOrdersTest {

    private final List<IncomingOrder> orders =
            new GeneratedOrders(42).from(1).limit(5_000).toList();

    @Test
    void theSameSeedGivesTheSameOrdersForEver() {
        assertThat(new GeneratedOrders(42).from(1).limit(5_000)).isEqualTo(orders);
        assertThat(orders.getFirst().lines())
                .containsExactly(
                        new OrderLine(new Sku("LANTERN-RED"), 4, 3399),
                        new OrderLine(new Sku("MUG-GOLD"), 4, 799),
                        new OrderLine(new Sku("MUG-BLACK"), 5, 849),
                        new OrderLine(new Sku("SCARF-RED"), 10, 1895));
    }

    @Test
    void anotherSeedGivesOtherOrders() {
        assertThat(new GeneratedOrders(43).from(1).limit(100).map(IncomingOrder::lines))
                .isNotEqualTo(
                        orders.stream().limit(100).map(IncomingOrder::lines).toList());
    }

    @Test
    void aLaterRunGoesOnWhereAnEarlierOneStopped() {
        assertThat(new GeneratedOrders(42).from(4_001).limit(1_000)).isEqualTo(orders.subList(4_000, 5_000));
        assertThatThrownBy(() -> new GeneratedOrders(42).from(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIdTellsSeedAndNumber() {
        assertThat(orders.getFirst().orderId().value()).isEqualTo("demo-42-000001");
        assertThat(new GeneratedOrders(-7)
                        .from(1_234_567)
                        .findFirst()
                        .orElseThrow()
                        .orderId()
                        .value())
                .isEqualTo("demo--7-1234567");
    }

    @Test
    void anOrderHasOneToEightLinesOfDifferentGoods() {
        assertThat(orders).allSatisfy(order -> assertThat(order.lines())
                .hasSizeBetween(1, 8)
                .extracting(OrderLine::sku)
                .doesNotHaveDuplicates());
        assertThat(orders.stream().map(order -> order.lines().size()).distinct())
                .hasSize(8);
    }

    @Test
    void someGoodsSellMuchBetterThanOthers() {
        Map<String, Long> sold = orders.stream()
                .flatMap(order -> order.lines().stream())
                .collect(Collectors.groupingBy(line -> line.sku().value(), Collectors.counting()));
        List<Long> byPopularity =
                sold.values().stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(byPopularity).hasSize(40);
        assertThat(byPopularity.getFirst()).isGreaterThan(5 * byPopularity.getLast());
    }

    @Test
    void aboutOneOrderInTenIsPremiumAndCustomersComeBack() {
        long premium = orders.stream()
                .filter(order -> order.customerTier() == CustomerTier.PREMIUM)
                .count();

        assertThat(premium).isBetween(300L, 800L);
        assertThat(orders.stream().map(IncomingOrder::customerId).distinct().count())
                .isBetween(200L, 500L);
        assertThat(orders.stream().map(IncomingOrder::country).distinct()).hasSizeGreaterThan(3);
    }
}
