package dev.troupe.kit.command;

import static org.axonframework.common.ReflectionUtils.fieldsOf;
import static org.axonframework.common.ReflectionUtils.methodsOf;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the aggregate that a command is for like Axon does, and remembers where each type of command names it. Axon looks through all methods of a
 * command anew each time, which costs more than some handlers do.
 */
public final class RememberedTargets implements CommandTargetResolver {

    private final CommandTargetResolver axon =
            AnnotationCommandTargetResolver.builder().build();
    private final ConcurrentMap<Class<?>, Optional<Method>> accessors = new ConcurrentHashMap<>();

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object identifier = accessors
                .computeIfAbsent(command.getPayloadType(), RememberedTargets::accessor)
                .map(accessor -> identifier(accessor, command))
                .orElse(null);
        return identifier == null
                ? axon.resolveTarget(command)
                : new VersionedAggregateIdentifier(identifier, (Long) null);
    }

    /** The method that says it; nothing if a field does, or if the command names a version too. */
    private static Optional<Method> accessor(Class<?> type) {
        if (Stream.concat(methods(type), stream(fieldsOf(type)))
                .anyMatch(element -> isMarked(element, TargetAggregateVersion.class))) {
            return Optional.empty();
        }
        Optional<Method> accessor = methods(type)
                .filter(method -> isMarked(method, TargetAggregateIdentifier.class))
                .findFirst();
        accessor.ifPresent(method -> method.setAccessible(true));
        return accessor;
    }

    private static Stream<Method> methods(Class<?> type) {
        return stream(methodsOf(type));
    }

    private static <T> Stream<T> stream(Iterable<T> elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }

    private static boolean isMarked(AnnotatedElement element, Class<? extends Annotation> annotation) {
        return AnnotationUtils.isAnnotationPresent(element, annotation);
    }

    private static @Nullable Object identifier(Method accessor, CommandMessage<?> command) {
        try {
            return accessor.invoke(command.getPayload());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Cannot tell which aggregate a %s is for"
                            .formatted(command.getPayloadType().getSimpleName()),
                    e);
        }
    }
}
