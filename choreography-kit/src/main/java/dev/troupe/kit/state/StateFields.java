package dev.troupe.kit.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import dev.troupe.events.Sealed;
import dev.troupe.kit.serialization.FactMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees an aggregate as the fields it has, whatever it lets others see; personal values are named but not shown. */
final class StateFields {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = FactMapper.get()
            .copy()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule().addSerializer(Sealed.class, new Unreadable()));

    private StateFields() {}

    static Map<String, @Nullable Object> of(Object aggregate) {
        return MAPPER.convertValue(aggregate, FIELDS);
    }

    private static final class Unreadable extends ToStringSerializerBase {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(Sealed.class);
        }

        @Override
        public String valueToString(Object value) {
            return "sealed, of " + ((Sealed) value).subject();
        }
    }
}
