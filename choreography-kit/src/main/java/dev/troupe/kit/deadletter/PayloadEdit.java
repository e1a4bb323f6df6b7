package dev.troupe.kit.deadletter;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.store.EventSource;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Checks an edited payload before it is kept: it has the form of the stored one, adds no personal value, and can be read as a fact. */
final class PayloadEdit {

    private final EventSource source;

    PayloadEdit(EventSource source) {
        this.source = source;
    }

    /**
     * The payload as it is to be kept.
     *
     * @throws Refusal if it cannot take the place of the stored one
     */
    String checked(StoredEvent stored, @Nullable Map<String, Object> payload) {
        if (payload == null || payload.isEmpty()) {
            throw new Refusal("payload-missing", 400, "Give the edited payload, whole.");
        }
        Object original = Json.read(stored.payload());
        refuseUnknownFields(original, payload, "");
        if (!sealedIn(original).containsAll(sealedIn(payload))) {
            throw new Refusal(
                    "sealed-value-changed",
                    422,
                    "Sealed values can be moved or left out but not changed: personal data must not be stored in the open.");
        }
        byte[] json = Json.write(payload);
        refuseUnreadable(stored.withPayload(json));
        return new String(json, StandardCharsets.UTF_8);
    }

    private void refuseUnreadable(StoredEvent edited) {
        try {
            source.message(edited).ifPresent(TrackedEventMessage::getPayload);
        } catch (RuntimeException e) {
            throw new Refusal(
                    "payload-unreadable",
                    422,
                    "The edited payload is no %s of revision %s: %s"
                            .formatted(edited.type(), edited.revision(), Causes.messageOf(e)));
        }
    }

    /** A misspelt field would otherwise be ignored without a word. */
    private static void refuseUnknownFields(@Nullable Object original, @Nullable Object edited, String path) {
        if (original instanceof Map<?, ?> known && edited instanceof Map<?, ?> given) {
            given.forEach((field, value) -> {
                if (!known.containsKey(field)) {
                    throw new Refusal(
                            "payload-unreadable", 422, "The stored payload has no field " + path + "/" + field + ".");
                }
                refuseUnknownFields(known.get(field), value, path + "/" + field);
            });
        } else if (original instanceof List<?> known && edited instanceof List<?> given && !known.isEmpty()) {
            given.forEach(item -> refuseUnknownFields(known.getFirst(), item, path + "/*"));
        }
    }

    private static Set<Object> sealedIn(@Nullable Object value) {
        Set<Object> found = new HashSet<>();
        if (value instanceof Map<?, ?> object) {
            if (object.containsKey("ciphertext")) {
                found.add(object);
            }
            object.values().forEach(part -> found.addAll(sealedIn(part)));
        } else if (value instanceof List<?> list) {
            list.forEach(part -> found.addAll(sealedIn(part)));
        }
        return found;
    }
}
