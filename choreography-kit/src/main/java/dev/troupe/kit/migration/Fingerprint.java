package dev.troupe.kit.migration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What has to be the same in both logs: everything about an event but its position, in their order. */
final class Fingerprint {

    private final MessageDigest digest = sha256();
    private long events;

    /** Takes the next event in. */
    void add(StoredEvent event) {
        digest.update(essence(event).getBytes(StandardCharsets.UTF_8));
        digest.update(event.payload());
        events++;
    }

    long events() {
        return events;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether two events are the same but for their positions. */
    static boolean same(StoredEvent one, StoredEvent other) {
        return essence(one).equals(essence(other)) && Arrays.equals(one.payload(), other.payload());
    }

    private static String essence(StoredEvent event) {
        return String.join(
                "\n",
                event.stream(),
                Long.toString(event.streamPosition()),
                String.valueOf(event.aggregateType()),
                event.eventId().toString(),
                event.type(),
                String.valueOf(event.revision()),
                event.occurredAt().toString(),
                event.recordedAt().toString(),
                sorted(event.metadata()).toString(),
                "");
    }

    /** The order of entries means nothing, and Axon Server does not keep it. */
    private static Map<String, JsonNode> sorted(byte[] metadata) {
        try {
            Map<String, JsonNode> entries = new TreeMap<>();
            FactMapper.get()
                    .readTree(metadata)
                    .properties()
                    .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("An event's metadata cannot be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
