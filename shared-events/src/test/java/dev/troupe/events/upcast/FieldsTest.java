package dev.troupe.events.upcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aFieldIsRenamed() {
        assertThat(after("{'delta': -3}", json -> Fields.rename(json, "delta", "quantityChange")))
                .isEqualTo(json("{'quantityChange': -3}"));
    }

    @Test
    void aTextIsSplit() {
        assertThat(after("{'place': 'A-7'}", json -> Fields.split(json, "place", FieldsTest::aisleAndShelf)))
                .isEqualTo(json("{'aisle': 'A', 'shelf': '7'}"));
    }

    @Test
    void aMissingFieldGetsADefaultAndAnExistingOneIsLeft() {
        assertThat(after("{}", json -> Fields.withDefault(json, "channel", "api")))
                .isEqualTo(json("{'channel': 'api'}"));
        assertThat(after("{'channel': 'demo'}", json -> Fields.withDefault(json, "channel", "api")))
                .isEqualTo(json("{'channel': 'demo'}"));
    }

    @Test
    void poundsBecomePence() {
        assertThat(after("{'price': 19.99}", json -> Fields.toSmallerUnit(json, "price", "priceMinor", 100)))
                .isEqualTo(json("{'priceMinor': 1999}"));
    }

    @Test
    void whatIsNoWholeNumberOfTheSmallerUnitIsNotRounded() {
        assertThatThrownBy(
                        () -> after("{'price': 0.001}", json -> Fields.toSmallerUnit(json, "price", "priceMinor", 100)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsNotThereIsLeftAlone() {
        assertThat(after("{}", json -> {
                    Fields.rename(json, "a", "b");
                    Fields.split(json, "a", FieldsTest::aisleAndShelf);
                    Fields.toSmallerUnit(json, "a", "b", 100);
                }))
                .isEqualTo(json("{}"));
    }

    private static Map<String, String> aisleAndShelf(String place) {
        int dash = place.indexOf('-');
        return Map.of("aisle", place.substring(0, dash), "shelf", place.substring(dash + 1));
    }

    private static ObjectNode after(String before, Consumer<ObjectNode> step) {
        ObjectNode payload = json(before);
        step.accept(payload);
        return json(payload.toString());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
