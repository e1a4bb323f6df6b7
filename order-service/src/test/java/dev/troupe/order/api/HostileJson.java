package dev.troupe.order.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes bodies that nearly are an order, and some that still are one. */
final class HostileJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\ud83d\ude00",
            "\u202e",
            "../../etc/passwd",
            "'; DROP TABLE events.event; --",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "x".repeat(5_000),
            "-1",
            "1e400",
            "null",
            "order-placed\r\nX: y");

    private final Random random;

    HostileJson(Random random) {
        this.random = random;
    }

    byte[] body(String orderId) {
        String valid = RunningOrderService.orderBody(orderId);
        return switch (random.nextInt(12)) {
            case 0 -> valid.getBytes(StandardCharsets.UTF_8);
            case 1 -> valid.substring(0, random.nextInt(valid.length())).getBytes(StandardCharsets.UTF_8);
            case 2 -> bytesChanged(valid.getBytes(StandardCharsets.UTF_8));
            case 3 -> valid.replaceFirst("\\{", "{\"customerId\":\"c-2\",").getBytes(StandardCharsets.UTF_8);
            case 4 -> valid.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            case 5 -> deep(valid);
            default -> mutated(valid);
        };
    }

    private byte[] bytesChanged(byte[] body) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private byte[] deep(String valid) {
        int depth = 10 + random.nextInt(5_000);
        String nested = "[".repeat(depth) + "]".repeat(random.nextBoolean() ? depth : depth - 1);
        return valid.replace("\"c-1\"", nested).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mutated(String valid) {
        try {
            ObjectNode order = (ObjectNode) JSON.readTree(valid);
            for (int i = 0; i <= random.nextInt(3); i++) {
                mutate(oneOf(objectsIn(order)));
            }
            return JSON.writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void mutate(ObjectNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        String field = fields.isEmpty() ? "orderId" : oneOf(fields);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(field);
            case 1 -> object.set(oneOf(TEXTS), anything());
            case 2 -> object.set(field.toUpperCase(java.util.Locale.ROOT), object.get(field));
            case 3 -> object.set("lines", manyLines());
            default -> object.set(field, anything());
        }
    }

    private JsonNode anything() {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(BigInteger.TEN.pow(random.nextInt(400)).negate());
            case 3 -> NODES.numberNode(new BigDecimal(BigInteger.ONE, random.nextInt(400)));
            case 4 -> NODES.numberNode(random.nextDouble());
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.arrayNode().add(oneOf(TEXTS));
            case 7 -> NODES.objectNode().put(oneOf(TEXTS), oneOf(TEXTS));
            default -> NODES.textNode(oneOf(TEXTS));
        };
    }

    private ArrayNode manyLines() {
        ArrayNode lines = NODES.arrayNode();
        for (int i = 0; i < random.nextInt(1_200); i++) {
            lines.addObject()
                    .put("sku", "S" + i)
                    .put("quantity", random.nextInt())
                    .put("unitPriceMinor", random.nextLong());
        }
        return lines;
    }

    private static List<ObjectNode> objectsIn(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(part -> objects.addAll(objectsIn(part)));
        return objects;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
