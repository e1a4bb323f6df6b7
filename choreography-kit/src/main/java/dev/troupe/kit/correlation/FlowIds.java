package dev.troupe.kit.correlation;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Finds the flow of a command in its component marked with {@link FlowId}. */
public final class FlowIds {

    private static final ConcurrentMap<Class<?>, Optional<Method>> ACCESSORS = new ConcurrentHashMap<>();

    private FlowIds() {}

    /**
     * The flow the command names.
     *
     * @throws IllegalArgumentException if the command has no component marked with {@link FlowId}
     */
    public static String of(Object command) {
        Method accessor = ACCESSORS
                .computeIfAbsent(command.getClass(), FlowIds::accessor)
                .orElseThrow(() -> new IllegalArgumentException(command.getClass()
                                .getSimpleName() + " comes from outside but marks no component with @FlowId"));
        try {
            return String.valueOf(accessor.invoke(command));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Cannot read the flow of " + command.getClass().getSimpleName(), e);
        }
    }

    private static Optional<Method> accessor(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(FlowId.class))
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .findFirst();
    }
}
