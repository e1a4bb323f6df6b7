package dev.troupe.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All facts there are, by the name they are stored under; read from the sealed interfaces, so that none can be forgotten. */
public final class FactCatalogue {

    private static final FactCatalogue TROUPE =
            new FactCatalogue(OrderEvent.class, PaymentEvent.class, InventoryEvent.class, NotificationEvent.class);

    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    /**
     * A catalogue of the facts under the given sealed interfaces.
     *
     * @throws IllegalArgumentException if a record has no {@link Fact} annotation, or two have the same name
     */
    public FactCatalogue(Class<?>... vocabularies) {
        Arrays.stream(vocabularies).flatMap(FactCatalogue::records).forEach(this::register);
    }

    /** The facts of the four services. */
    public static FactCatalogue troupe() {
        return TROUPE;
    }

    /** The record that carries the fact of this name, in its newest revision. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The records of all facts, in the order of their declaration. */
    public Collection<Class<?>> types() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * The name a fact is stored under.
     *
     * @throws IllegalArgumentException if the type is no fact
     */
    public static String nameOf(Class<?> type) {
        return annotation(type).name();
    }

    /**
     * The newest revision of a fact.
     *
     * @throws IllegalArgumentException if the type is no fact
     */
    public static int revisionOf(Class<?> type) {
        return annotation(type).revision();
    }

    private void register(Class<?> type) {
        Class<?> other = byName.putIfAbsent(nameOf(type), type);
        if (other != null) {
            throw new IllegalArgumentException(
                    "%s and %s are both named %s".formatted(other.getName(), type.getName(), nameOf(type)));
        }
    }

    private static Fact annotation(Class<?> type) {
        Fact fact = type.getAnnotation(Fact.class);
        if (fact == null) {
            throw new IllegalArgumentException(type.getName() + " is no fact: it lacks @Fact");
        }
        return fact;
    }

    private static Stream<Class<?>> records(Class<?> vocabulary) {
        if (!vocabulary.isSealed()) {
            return Stream.of(vocabulary);
        }
        return Arrays.stream(vocabulary.getPermittedSubclasses()).flatMap(FactCatalogue::records);
    }
}
