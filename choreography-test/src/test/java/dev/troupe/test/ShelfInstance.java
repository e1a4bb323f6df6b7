package dev.troupe.test;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.HashMap;
import java.util.Map;

/** One process of the shelf service, as far as the database can tell. */
final class ShelfInstance implements AutoCloseable {

    final Troupe troupe;
    private final ServiceDatabase database;
    private final Telemetry telemetry;

    ShelfInstance(TestDatabase testDatabase, String name) {
        this(testDatabase, name, Shelf.choreography());
    }

    ShelfInstance(TestDatabase testDatabase, String name, Choreography choreography) {
        Map<String, String> properties = new HashMap<>(testDatabase.properties("shelf-service"));
        properties.put("troupe.instance", name);
        TroupeSettings settings = TroupeSettings.from("shelf-service", "test", properties::get);
        database = ServiceDatabase.open(settings);
        telemetry = Telemetry.create(settings);
        troupe = Troupe.create(settings, database, telemetry, choreography);
        troupe.start();
    }

    /** As if the process had been cut off: it can neither work nor give anything back. */
    void cutOff() {
        database.close();
    }

    @Override
    public void close() {
        troupe.close();
        telemetry.close();
        database.close();
    }
}
