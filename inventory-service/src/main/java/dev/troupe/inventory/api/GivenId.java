package dev.troupe.inventory.api;

import dev.troupe.events.WarehouseId;
import dev.troupe.kit.idempotency.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names deliveries and adjustments: by what the client calls them, else by the client's name for the request, else at random. */
final class GivenId {

    static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";
    static final String MESSAGE = "must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit";

    private GivenId() {}

    /**
     * The name of a delivery or adjustment; it is also its flow.
     *
     * @param kind what is named, and what a made-up name begins with
     */
    static String orDerived(
            String kind, WarehouseId warehouse, @Nullable String given, @Nullable String idempotencyKey) {
        if (given != null) {
            return given;
        }
        UUID id = IdempotencyKey.of(idempotencyKey)
                .map(key ->
                        UUID.nameUUIDFromBytes((kind + '\n' + warehouse + '\n' + key).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
        return kind + "-" + id;
    }
}
