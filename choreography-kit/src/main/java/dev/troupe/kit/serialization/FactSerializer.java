package dev.troupe.kit.serialization;

import dev.troupe.events.FactCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializes facts under their registered names and revisions, and the service's own aggregates, for snapshots, under their simple names.
 * Nothing else can be serialized, so no Java class name is ever stored.
 */
public final class FactSerializer extends JacksonSerializer {

    private final FactCatalogue catalogue;
    private final Map<String, Class<?>> snapshots;

    /**
     * Makes a serializer.
     *
     * @param snapshotTypes the aggregates of which snapshots are taken
     */
    public FactSerializer(FactCatalogue catalogue, Iterable<Class<?>> snapshotTypes) {
        super(JacksonSerializer.builder().objectMapper(FactMapper.strict()));
        this.catalogue = catalogue;
        this.snapshots = java.util.stream.StreamSupport.stream(snapshotTypes.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (SimpleSerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        Optional<Class<?>> fact = catalogue.typeOf(type.getName());
        if (fact.isPresent()) {
            return fact.get();
        }
        Class<?> snapshot = snapshots.get(type.getName());
        if (snapshot != null) {
            return snapshot;
        }
        return switch (type.getName()) {
            case "metadata", "org.axonframework.messaging.MetaData" -> org.axonframework.messaging.MetaData.class;
            default -> UnknownSerializedType.class;
        };
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == Void.TYPE) {
            return SimpleSerializedType.emptyType();
        }
        if (type == org.axonframework.messaging.MetaData.class) {
            return new SimpleSerializedType("metadata", null);
        }
        if (snapshots.get(type.getSimpleName()) == type) {
            return new SimpleSerializedType(type.getSimpleName(), "1");
        }
        return new SimpleSerializedType(FactCatalogue.nameOf(type), Integer.toString(FactCatalogue.revisionOf(type)));
    }
}
