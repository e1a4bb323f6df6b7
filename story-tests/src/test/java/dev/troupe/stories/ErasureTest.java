package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred customers order and are forgotten; afterwards nothing of them is left in any file of the system. */
class ErasureTest {

    private static final int CUSTOMERS = 100;

    private final RunningSystem system = RunningSystem.get();
    private final Shop shop = new Shop(system);
    private final String marker = Shop.newName("Quillfeather");
    private final String sku = Shop.newName("SKU");

    @BeforeAll
    static void allowForASlowMachine() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void nothingOfAnErasedCustomerIsLeftInAnyFile() throws IOException {
        shop.receive(sku, CUSTOMERS);
        List<String> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> sku + "-customer-" + i)
                .toList();
        customers.parallelStream().forEach(customer -> shop.placeFor(customer, marker, "order-" + customer, sku));
        customers.forEach(customer -> awaitOneOf(customer, "order.confirmed", "order.cancelled"));

        customers.parallelStream().forEach(shop::erase);

        assertThat(DataSearch.filesWith(system.data(), sku))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(DataSearch.filesWith(system.data(), marker)).isEmpty();
        customers.forEach(customer -> awaitOneOf(customer, "order.completed", "order.cancelled"));
    }

    /** On a slow machine some orders time out; their customers are forgotten like the others. */
    private void awaitOneOf(String customer, String... facts) {
        await().until(() -> shop.facts("order-" + customer).stream().anyMatch(Set.of(facts)::contains));
    }
}
