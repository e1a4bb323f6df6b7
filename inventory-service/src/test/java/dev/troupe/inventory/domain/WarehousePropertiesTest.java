package dev.troupe.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.InventoryEvent;
import dev.troupe.events.InventoryEvent.OrderStockEvent;
import dev.troupe.events.InventoryEvent.StockReservationRejected;
import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.inventory.domain.WarehouseCommand.DispatchShipment;
import dev.troupe.inventory.domain.WarehouseCommand.ExpireReservation;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReleaseStock;
import dev.troupe.inventory.domain.WarehouseCommand.ReserveStock;
import dev.troupe.inventory.domain.WarehouseCommand.ScheduleShipment;
import dev.troupe.kit.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class WarehousePropertiesTest {

    private static final List<Sku> SKUS = List.of(new Sku("LAMP"), new Sku("MUG"), new Sku("SOAP"));

    /** A command that still lacks its warehouse, so that each try has a new one. */
    record Request(Function<WarehouseId, WarehouseCommand> command) {

        WarehouseCommand to(WarehouseId warehouse) {
            return command.apply(warehouse);
        }

        @Override
        public String toString() {
            return to(WarehouseId.MAIN).toString();
        }
    }

    @Property(tries = 300)
    void whateverIsAskedForInWhateverOrderNothingIsOversold(@ForAll("requests") List<Request> requests) {
        RunningWarehouse warehouse = RunningWarehouse.replaying();
        requests.forEach(request -> handle(warehouse, request));
        Books books = new Books();
        for (InventoryEvent event : warehouse.events()) {
            if (event instanceof StockReservationRejected rejected) {
                assertThat(rejected.shortages()).isNotEmpty().allSatisfy(shortage -> {
                    assertThat(shortage.available()).isEqualTo(books.available(shortage.sku()));
                    assertThat(shortage.available()).isLessThan(shortage.wanted());
                });
            }
            books.enter(event);
            assertThat(SKUS).allSatisfy(sku -> assertThat(books.reserved(sku)).isBetween(0L, books.onHand(sku)));
        }
    }

    @Property(tries = 100)
    void commandsThatComeASecondTimeChangeNothing(@ForAll("requests") List<Request> requests) {
        RunningWarehouse warehouse = RunningWarehouse.replaying();
        for (Request request : requests) {
            boolean refused = handle(warehouse, request);
            List<InventoryEvent> before = warehouse.events();
            if (!refused) {
                handle(warehouse, request);
            }
            assertThat(warehouse.events()).isEqualTo(before);
        }
    }

    @Property(tries = 100)
    void everyOrderIsDecidedOnceAndEndsOnce(@ForAll("requests") List<Request> requests) {
        RunningWarehouse warehouse = RunningWarehouse.replaying();
        requests.forEach(request -> handle(warehouse, request));
        Map<OrderId, List<String>> histories = warehouse.events().stream()
                .filter(OrderStockEvent.class::isInstance)
                .map(OrderStockEvent.class::cast)
                .collect(Collectors.groupingBy(
                        OrderStockEvent::orderId,
                        Collectors.mapping(event -> event.getClass().getSimpleName(), Collectors.toList())));
        assertThat(histories.values()).allSatisfy(history -> assertThat(String.join(" ", history))
                .matches("StockReservationRejected|StockReleased|StockReserved"
                        + "( StockReleased| StockReservationExpired| ShipmentScheduled( ShipmentDispatched)?)?"));
    }

    @Property(tries = 100)
    void anOrderIsReservedWheneverItCouldBe(@ForAll("requests") List<Request> requests) {
        RunningWarehouse warehouse = RunningWarehouse.replaying();
        Books books = new Books();
        warehouse.events().forEach(books::enter);
        for (Request request : requests) {
            int before = warehouse.events().size();
            handle(warehouse, request);
            List<InventoryEvent> news =
                    warehouse.events().subList(before, warehouse.events().size());
            if (request.to(warehouse.id()) instanceof ReserveStock reserve && !news.isEmpty()) {
                assertThat(news.getFirst() instanceof StockReserved).isEqualTo(couldBe(reserve, books));
            }
            news.forEach(books::enter);
        }
    }

    @Property(tries = 200)
    void aWarehouseThatIsRestoredFromSnapshotsDecidesAsOneThatIsNot(@ForAll("requests") List<Request> requests) {
        RunningWarehouse replaying = RunningWarehouse.replaying();
        RunningWarehouse restored = RunningWarehouse.snapshotting();
        for (Request request : requests) {
            assertThat(handle(restored, request)).isEqualTo(handle(replaying, request));
        }
        assertThat(withoutWarehouse(restored)).isEqualTo(withoutWarehouse(replaying));
    }

    private static List<String> withoutWarehouse(RunningWarehouse warehouse) {
        return warehouse.events().stream()
                .map(event -> event.toString().replace(warehouse.id().value(), "it"))
                .toList();
    }

    private static boolean couldBe(ReserveStock reserve, Books books) {
        return SKUS.stream().allMatch(sku -> {
            long wanted = reserve.lines().stream()
                    .filter(line -> line.sku().equals(sku))
                    .mapToLong(StockLine::quantity)
                    .sum();
            return wanted <= books.available(sku);
        });
    }

    private static boolean handle(RunningWarehouse warehouse, Request request) {
        try {
            warehouse.handle(request.to(warehouse.id()));
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    /** Few names, so that commands repeat one another and wait for one another at any distance. */
    @Provide
    Arbitrary<List<Request>> requests() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, deliveries()),
                        Tuple.of(2, adjustments()),
                        Tuple.of(6, reservations()),
                        Tuple.of(8, decisions()))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Request> deliveries() {
        return Arbitraries.integers()
                .between(1, 6)
                .map(n -> new Request(warehouse -> new ReceiveStock(
                        warehouse, "delivery-" + n, List.of(line(n, n), line(n + 1, 2 * n), line(n, 1)))));
    }

    private static Arbitrary<Request> adjustments() {
        return Arbitraries.integers()
                .between(1, 8)
                .map(n -> new Request(warehouse -> new AdjustStock(
                        warehouse, "adjustment-" + n, SKUS.get(n % 3), n % 2 == 0 ? n / 2 : -n, "counted")));
    }

    private static Arbitrary<Request> reservations() {
        Arbitrary<List<StockLine>> lines = Combinators.combine(
                        Arbitraries.of(SKUS), Arbitraries.integers().between(1, 5))
                .as(StockLine::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(orders(), lines)
                .as((order, wanted) -> new Request(warehouse -> new ReserveStock(warehouse, order, wanted)));
    }

    private static Arbitrary<Request> decisions() {
        Arbitrary<BiFunction<WarehouseId, OrderId, WarehouseCommand>> kinds =
                Arbitraries.of(List.<BiFunction<WarehouseId, OrderId, WarehouseCommand>>of(
                        ReleaseStock::new, ExpireReservation::new, ScheduleShipment::new, DispatchShipment::new));
        return Combinators.combine(orders(), kinds)
                .as((order, kind) -> new Request(warehouse -> kind.apply(warehouse, order)));
    }

    private static Arbitrary<OrderId> orders() {
        return Arbitraries.integers().between(1, 6).map(n -> new OrderId("order-" + n));
    }

    private static StockLine line(int sku, int quantity) {
        return new StockLine(SKUS.get(sku % 3), quantity);
    }
}
