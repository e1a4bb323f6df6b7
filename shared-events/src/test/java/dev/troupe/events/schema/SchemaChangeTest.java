package dev.troupe.events.schema;

import static dev.troupe.events.schema.Compatibility.BACKWARD;
import static dev.troupe.events.schema.Compatibility.BREAKING;
import static dev.troupe.events.schema.Compatibility.FORWARD;
import static dev.troupe.events.schema.Compatibility.FULL;
import static dev.troupe.events.schema.Compatibility.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaChangeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDER = "'orderId': {'type': 'string', 'maxLength': 100}";
    private static final String AMOUNT = "'amount': {'type': 'integer', 'format': 'int32', 'minimum': 0}";
    private static final String KIND = "'kind': {'type': 'string', 'enum': ['SMALL', 'LARGE']}";
    private static final String NOTE = "'note': {'type': ['string', 'null']}";
    private static final String LINES = """
        'lines': {'type': 'array', 'items': {'type': 'object', 'required': ['sku'], 'properties': {'sku': {'type': 'string'}}}}\
        """;

    /** Changes somebody may want to make to a fact, and what they are. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change("nothing", SAME, "", ""),
                change("an optional field is added", FULL, NOTE, NOTE + ", 'hint': {'type': 'string'}"),
                change("an optional field is gone", FULL, ", " + NOTE, ""),
                change("a needed field is added", FORWARD, "'kind']", "'kind', 'note']"),
                change("a needed field is gone", BACKWARD, AMOUNT + ", ", ""),
                change("a field is renamed", BREAKING, "'amount'", "'total'"),
                change("a number becomes a text", BREAKING, "'integer', 'format': 'int32'", "'string'"),
                change("a number may be larger", BACKWARD, "int32", "int64"),
                change("a number must not be zero", FORWARD, "'minimum': 0", "'minimum': 1"),
                change("a kind is added", BACKWARD, "'LARGE'", "'LARGE', 'HUGE'"),
                change("a kind is taken away", FORWARD, ", 'LARGE'", ""),
                change("a text must be shorter", FORWARD, "'maxLength': 100", "'maxLength': 50"),
                change("a text follows a pattern", BREAKING, "'maxLength'", "'pattern': '^o-', 'maxLength'"),
                change("a needed field of a line may be missing", BACKWARD, "'required': ['sku'], ", ""),
                change("a field may be null", BACKWARD, "'type': 'integer'", "'type': ['integer', 'null']"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void aChangeIsClassified(String what, Compatibility expected, String from, String to)
            throws JsonProcessingException {
        String before = """
            {'type': 'object', 'required': ['orderId', 'amount', 'kind'], 'properties': {%s}}\
            """.formatted(String.join(", ", ORDER, AMOUNT, KIND, LINES, NOTE));
        SchemaChange change = SchemaChange.between(read(before), read(before.replace(from, to)));

        assertThat(change.compatibility()).as(what).isEqualTo(expected);
        assertThat(change.differences().isEmpty()).isEqualTo(expected == SAME);
    }

    private static Arguments change(String what, Compatibility expected, String from, String to) {
        return Arguments.of(what, expected, from, to);
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return JSON.readTree(json.replace('\'', '"'));
    }
}
