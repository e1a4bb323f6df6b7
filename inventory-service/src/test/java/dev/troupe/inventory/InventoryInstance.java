package dev.troupe.inventory;

import dev.troupe.inventory.wiring.InventoryServiceWiring;
import dev.troupe.inventory.wiring.InventorySettings;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.TestDatabase;
import java.time.Duration;

/** One of several instances of the service, without its API. */
final class InventoryInstance implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofHours(1);

    private final ServiceDatabase database;
    private final Telemetry telemetry;
    private final Troupe troupe;

    InventoryInstance(TestDatabase testDatabase) {
        this(testDatabase, PATIENT);
    }

    InventoryInstance(TestDatabase testDatabase, Duration reservationExpiry) {
        TroupeSettings settings = testDatabase.settings("inventory-service");
        database = ServiceDatabase.open(settings);
        telemetry = Telemetry.create(settings);
        troupe = Troupe.create(
                settings,
                database,
                telemetry,
                InventoryServiceWiring.choreographyWith(new InventorySettings(reservationExpiry, Duration.ZERO)));
        troupe.start();
    }

    Troupe troupe() {
        return troupe;
    }

    @Override
    public void close() {
        troupe.close();
        telemetry.close();
        database.close();
    }
}
