package dev.troupe.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Stores what is known of a job as JSON, so that an operator can read it. */
enum EnvelopeSerializer implements Serializer {
    INSTANCE;

    @Override
    public byte[] serialize(@Nullable Object data) {
        try {
            return FactMapper.get().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        try {
            return FactMapper.get().readValue(data, type);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored job cannot be read: " + e.getMessage(), e);
        }
    }
}
