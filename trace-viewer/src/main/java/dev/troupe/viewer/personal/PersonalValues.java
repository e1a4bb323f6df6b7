package dev.troupe.viewer.personal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.Sealed;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the sealed values in events. */
public final class PersonalValues {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Supplier<SealedValues> sealedValues;

    /** Opens them with keys that are only asked for once somebody wants to see a value. */
    public PersonalValues(Supplier<SealedValues> sealedValues) {
        this.sealedValues = sealedValues;
    }

    /** The personal values that these events hold. */
    public List<PersonalValue> in(List<StoredEvent> events) {
        List<PersonalValue> found = new ArrayList<>();
        for (StoredEvent event : events) {
            payload(event).properties().forEach(field -> {
                if (field.getValue().has("ciphertext") && field.getValue().has("keyId")) {
                    found.add(open(field.getKey(), event.position(), field.getValue()));
                }
            });
        }
        return found;
    }

    private PersonalValue open(String field, long position, JsonNode node) {
        Sealed sealed = FactMapper.get().convertValue(node, Sealed.class);
        @Nullable
        Map<String, Object> value = sealedValues
                .get()
                .open(sealed, JsonNode.class)
                .map(opened -> FactMapper.get().convertValue(opened, FIELDS))
                .orElse(null);
        return new PersonalValue(sealed.subject(), field, position, value);
    }

    private static JsonNode payload(StoredEvent event) {
        try {
            return FactMapper.get().readTree(event.payload());
        } catch (IOException unreadable) {
            return FactMapper.get().createObjectNode();
        }
    }
}
