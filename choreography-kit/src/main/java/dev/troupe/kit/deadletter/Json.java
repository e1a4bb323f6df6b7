package dev.troupe.kit.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.util.Map;

/** JSON as maps, lists, texts and numbers, which every web framework can write. */
final class Json {

    private Json() {}

    static Object read(String json) {
        try {
            return FactMapper.get().readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static Object read(byte[] json) {
        try {
            return FactMapper.get().readValue(json, Object.class);
        } catch (IOException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> readObject(byte[] json) {
        return (Map<String, Object>) read(json);
    }

    static byte[] write(Object value) {
        try {
            return FactMapper.get().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
