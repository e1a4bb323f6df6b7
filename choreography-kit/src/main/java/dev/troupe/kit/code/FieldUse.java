package dev.troupe.kit.code;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.troupe.events.FactCatalogue;
import dev.troupe.kit.code.Footprint.Call;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which fields of which facts some code reads: its contract as a consumer. */
public final class FieldUse {

    private final Footprint footprint;

    private FieldUse(Footprint footprint) {
        this.footprint = footprint;
    }

    /** The paths of the fields that are read, such as {@code lines[].sku}, by the name of the fact. */
    public static SortedMap<String, List<String>> of(Footprint footprint, FactCatalogue catalogue) {
        FieldUse use = new FieldUse(footprint);
        SortedMap<String, List<String>> byFact = new TreeMap<>();
        for (Class<?> fact : catalogue.types()) {
            List<String> paths = new ArrayList<>();
            use.collect(fact, "", paths);
            if (!paths.isEmpty()) {
                byFact.put(FactCatalogue.nameOf(fact), List.copyOf(paths));
            }
        }
        return byFact;
    }

    private void collect(Class<?> type, String prefix, List<String> paths) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (isRead(type, component.getName())) {
                String path = prefix + component.getName();
                paths.add(path);
                Class<?> inside = inside(component);
                if (inside.isRecord() && !isWrittenAsOneValue(inside)) {
                    collect(inside, path + (inside == component.getType() ? "." : "[]."), paths);
                }
            }
        }
    }

    /** A component may be read through any of the interfaces that declare it. */
    private boolean isRead(Class<?> type, String component) {
        return footprint.calls().stream()
                .filter(call -> call.method().equals(component))
                .map(Call::owner)
                .anyMatch(owner -> owner != Record.class && owner.isAssignableFrom(type));
    }

    private static Class<?> inside(RecordComponent component) {
        if (Collection.class.isAssignableFrom(component.getType())
                && component.getGenericType() instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element instanceof Class<?> type ? type : component.getType();
        }
        return component.getType();
    }

    private static boolean isWrittenAsOneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
