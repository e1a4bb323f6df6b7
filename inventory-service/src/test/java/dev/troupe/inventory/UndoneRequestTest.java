package dev.troupe.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.events.Sku;
import dev.troupe.events.StockLine;
import dev.troupe.events.WarehouseId;
import dev.troupe.inventory.domain.WarehouseCommand.ReceiveStock;
import dev.troupe.kit.Troupe;
import dev.troupe.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request whose transaction is rolled back after its command was handled leaves nothing behind, not in memory either. */
class UndoneRequestTest {

    private static final WarehouseId MAIN = WarehouseId.MAIN;

    @SuppressWarnings("NullAway.Init")
    private static RunningInventory inventory;

    @BeforeAll
    static void start() {
        inventory = RunningInventory.on(TestDatabase.create("inventory-service"));
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void goodsOfADeliveryThatWasUndoneDoNotExist() {
        Troupe troupe = inventory.bean(Troupe.class);
        troupe.commands().send(receive("kept"));
        assertThatThrownBy(() -> troupe.idempotentRequests().once("key", "fingerprint", () -> {
                    troupe.commands().send(receive("undone"));
                    throw new IllegalStateException("the answer could not be kept");
                }))
                .hasMessageContaining("could not be kept");

        assertThat(inventory.get("/warehouses/main/deliveries/kept").status()).isEqualTo(200);
        assertThat(inventory.get("/warehouses/main/deliveries/undone").status()).isEqualTo(404);
    }

    private static ReceiveStock receive(String delivery) {
        return new ReceiveStock(MAIN, delivery, List.of(new StockLine(new Sku("LAMP"), 5)));
    }
}
