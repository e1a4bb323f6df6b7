package dev.troupe.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.InventoryEvent;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the event store behind everybody's back. */
final class StoredFacts {

    private StoredFacts() {}

    /** The first column of what a query finds, as text. */
    static List<String> query(TestDatabase database, String sql, String... parameters) {
        try (Connection connection = database.admin().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happened to a warehouse, in its order. */
    static List<InventoryEvent> of(TestDatabase database, WarehouseId warehouse) {
        return query(
                        database,
                        "SELECT type || ' ' || payload FROM events.event WHERE stream = ? ORDER BY stream_position",
                        warehouse.stream())
                .stream()
                .map(StoredFacts::parse)
                .toList();
    }

    private static InventoryEvent parse(String stored) {
        int space = stored.indexOf(' ');
        Class<?> type =
                FactCatalogue.troupe().typeOf(stored.substring(0, space)).orElseThrow();
        try {
            return (InventoryEvent) FactMapper.get().readValue(stored.substring(space + 1), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
