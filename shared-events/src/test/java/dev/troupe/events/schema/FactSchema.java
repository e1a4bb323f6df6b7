package dev.troupe.events.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.troupe.events.AtLeast;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.Sku;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema of a fact from its record: what is not marked nullable is required, and ids are what their types allow. */
final class FactSchema {

    private static final SchemaGenerator GENERATOR = generator();

    private FactSchema() {}

    /** The schema of a fact's newest revision. */
    static ObjectNode of(Class<?> fact) {
        ObjectNode schema = GENERATOR.generateSchema(fact);
        schema.put(
                "$id", "urn:troupe:fact:%s:%d".formatted(FactCatalogue.nameOf(fact), FactCatalogue.revisionOf(fact)));
        schema.put("title", FactCatalogue.nameOf(fact));
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES);
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withNullableCheck(FactSchema::isNullable)
                .withNumberInclusiveMinimumResolver(field -> atLeast(field)
                        .map(AtLeast::value)
                        .map(BigDecimal::valueOf)
                        .orElse(null));
        builder.forTypesInGeneral().withCustomDefinitionProvider(FactSchema::oneValue);
        return new SchemaGenerator(builder.build());
    }

    /** A record that is written as one value, such as an id, is a text. */
    private static @Nullable CustomDefinition oneValue(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (!raw.isRecord()
                || Arrays.stream(raw.getDeclaredMethods()).noneMatch(m -> m.isAnnotationPresent(JsonValue.class))) {
            return null;
        }
        ObjectNode text = context.getGeneratorConfig().createObjectNode();
        text.put("type", "string").put("minLength", 1).put("maxLength", 100);
        if (raw != Sku.class) {
            text.put("pattern", "^[A-Za-z0-9][A-Za-z0-9._:-]*$");
        }
        return new CustomDefinition(text);
    }

    private static boolean isNullable(FieldScope field) {
        return component(field, c -> c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .orElse(false);
    }

    private static Optional<AtLeast> atLeast(FieldScope field) {
        return component(field, c -> c.getAnnotation(AtLeast.class));
    }

    private static <T> Optional<T> component(FieldScope field, Function<RecordComponent, @Nullable T> look) {
        Class<?> record = field.getDeclaringType().getErasedType();
        return Optional.ofNullable(record.getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .findFirst()
                .map(look::apply);
    }
}
