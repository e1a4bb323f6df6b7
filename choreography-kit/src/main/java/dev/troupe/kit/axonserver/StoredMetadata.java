package dev.troupe.kit.axonserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import dev.troupe.kit.serialization.FactMapper;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as JSON and as Axon Server keeps it: values that it has no type for are kept as JSON. */
final class StoredMetadata {

    private static final String JSON = "json";

    private StoredMetadata() {}

    static byte[] json(Map<String, MetaDataValue> values) throws IOException {
        ObjectNode metadata = FactMapper.get().createObjectNode();
        for (Map.Entry<String, MetaDataValue> entry : new TreeMap<>(values).entrySet()) {
            metadata.set(entry.getKey(), node(entry.getValue()));
        }
        return FactMapper.get().writeValueAsBytes(metadata);
    }

    static Map<String, MetaDataValue> values(byte[] json) throws IOException {
        Map<String, MetaDataValue> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : FactMapper.get().readTree(json).properties()) {
            values.put(entry.getKey(), value(entry.getValue()));
        }
        return values;
    }

    static MetaDataValue text(String text) {
        return MetaDataValue.newBuilder().setTextValue(text).build();
    }

    private static JsonNode node(MetaDataValue value) throws IOException {
        var nodes = FactMapper.get().getNodeFactory();
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> nodes.textNode(value.getTextValue());
            case NUMBER_VALUE -> nodes.numberNode(value.getNumberValue());
            case BOOLEAN_VALUE -> nodes.booleanNode(value.getBooleanValue());
            case DOUBLE_VALUE -> nodes.numberNode(value.getDoubleValue());
            case BYTES_VALUE ->
                FactMapper.get().readTree(value.getBytesValue().getData().toByteArray());
            case DATA_NOT_SET -> nodes.nullNode();
        };
    }

    private static MetaDataValue value(JsonNode node) throws JsonProcessingException {
        MetaDataValue.Builder value = MetaDataValue.newBuilder();
        if (node.isTextual()) {
            value.setTextValue(node.textValue());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            value.setNumberValue(node.longValue());
        } else if (node.isBoolean()) {
            value.setBooleanValue(node.booleanValue());
        } else if (node.isFloatingPointNumber()) {
            value.setDoubleValue(node.doubleValue());
        } else if (!node.isNull()) {
            value.setBytesValue(SerializedObject.newBuilder()
                    .setType(JSON)
                    .setData(ByteString.copyFrom(FactMapper.get().writeValueAsBytes(node))));
        }
        return value.build();
    }
}
