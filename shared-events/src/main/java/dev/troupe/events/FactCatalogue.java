package dev.troupe.events;

import dev.troupe.events.upcast.Upcaster;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All facts there are, by the name they are stored under; read from the sealed interfaces, so that none can be forgotten. */
public final class FactCatalogue {

    /** Whether the words are well chosen, tests and people must see: that the last is a past tense, for one. */
    private static final Pattern NAME = Pattern.compile("[a-z]{2,30}\\.[a-z]{2,30}(-[a-z]{2,30}){0,3}");

    private static final FactCatalogue TROUPE =
            new FactCatalogue(OrderEvent.class, PaymentEvent.class, InventoryEvent.class, NotificationEvent.class);

    private final List<Class<?>> vocabularies;
    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    /**
     * A catalogue of the facts under the given sealed interfaces.
     *
     * @throws IllegalArgumentException if a record has no {@link Fact} annotation, a name breaks the pattern, two have the same name, or an
     *     upcaster is missing
     */
    public FactCatalogue(Class<?>... vocabularies) {
        this.vocabularies = List.of(vocabularies);
        this.vocabularies.stream().flatMap(FactCatalogue::records).forEach(this::register);
    }

    /** This catalogue and the facts of more vocabularies, for a service that brings its own. */
    public FactCatalogue with(Collection<Class<?>> more) {
        return more.isEmpty()
                ? this
                : new FactCatalogue(
                        Stream.concat(vocabularies.stream(), more.stream()).toArray(Class<?>[]::new));
    }

    /** The facts of the four services. */
    public static FactCatalogue troupe() {
        return TROUPE;
    }

    /** The record that carries the fact of this name, in its newest revision. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What leads from each older revision of a fact to the next, the first from 1 to 2. */
    public static List<Upcaster> upcastersOf(Class<?> type) {
        return Arrays.stream(annotation(type).upcasters())
                .map(FactCatalogue::make)
                .toList();
    }

    /** Whether a text may be the name of a fact. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The records of all facts, in the order of their declaration. */
    public Collection<Class<?>> types() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The facts that a service owns, which means that it alone may publish them. */
    public List<Class<?>> ownedBy(String service) {
        return types().stream().filter(type -> ownerOf(type).equals(service)).toList();
    }

    /** The service that owns a fact: the vocabulary the fact stands in is named after it. */
    public static String ownerOf(Class<?> type) {
        Class<?> vocabulary = type;
        while (vocabulary.getEnclosingClass() != null) {
            vocabulary = vocabulary.getEnclosingClass();
        }
        return vocabulary.getSimpleName().replaceFirst("Event$", "").toLowerCase(Locale.ROOT);
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
        requireValid(annotation(type));
        Class<?> other = byName.putIfAbsent(nameOf(type), type);
        if (other != null) {
            throw new IllegalArgumentException(
                    "%s and %s are both named %s".formatted(other.getName(), type.getName(), nameOf(type)));
        }
    }

    private static void requireValid(Fact fact) {
        if (!isName(fact.name())) {
            throw new IllegalArgumentException(
                    "%s is no name for a fact, and names are for ever: say owner or thing, a dot, and what happened in the past tense, in lower case with hyphens, such as order.placed"
                            .formatted(fact.name()));
        }
        if (fact.upcasters().length != fact.revision() - 1) {
            throw new IllegalArgumentException(
                    "%s is at revision %d and so needs %d upcasters in its @Fact, one for each older revision, but has %d"
                            .formatted(fact.name(), fact.revision(), fact.revision() - 1, fact.upcasters().length));
        }
    }

    private static Upcaster make(Class<? extends Upcaster> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " needs a public constructor without parameters", e);
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
