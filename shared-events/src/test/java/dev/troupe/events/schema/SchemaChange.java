package dev.troupe.events.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What changed between two schemas of a fact. Readers ignore fields they do not know and fail when one is missing that they need; all
 * judgements follow from that.
 *
 * @param compatibility of all differences together
 * @param differences in words, each with its place
 */
record SchemaChange(Compatibility compatibility, List<String> differences) {

    static SchemaChange between(JsonNode before, JsonNode after) {
        Comparer comparer = new Comparer();
        comparer.compare("", before, after);
        return new SchemaChange(comparer.compatibility, List.copyOf(comparer.differences));
    }

    /** Walks through both schemas side by side. */
    private static final class Comparer {

        private Compatibility compatibility = Compatibility.SAME;
        private final List<String> differences = new ArrayList<>();

        private void found(Compatibility kind, String what, String path) {
            compatibility = compatibility.and(kind);
            differences.add("%s %s (%s)".formatted(path.isEmpty() ? "the fact" : path, what, kind));
        }

        void compare(String path, JsonNode old, JsonNode now) {
            JsonNode before = withoutAlternatives(old);
            JsonNode after = withoutAlternatives(now);
            types(path, types(before), types(after));
            enums(path, before.path("enum"), after.path("enum"));
            widerIs(path, "format", width(before), width(after));
            lowerIsWider(path, "minimum", before, after);
            lowerIsWider(path, "minLength", before, after);
            widerIs(path, "maxLength", limit(before, "maxLength"), limit(after, "maxLength"));
            if (!before.path("pattern").equals(after.path("pattern"))) {
                found(Compatibility.BREAKING, "follows another pattern", path);
            }
            properties(path, before, after);
            if (before.has("items") && after.has("items")) {
                compare(path + "[]", before.path("items"), after.path("items"));
            }
        }

        /** "Either null or this" as the type of this, so that both ways of saying it are compared alike. */
        private static JsonNode withoutAlternatives(JsonNode schema) {
            for (JsonNode alternative : schema.path("anyOf")) {
                if (!alternative.path("type").asText().equals("null")) {
                    ObjectNode nullable = alternative.deepCopy();
                    nullable.putArray("type").add(alternative.path("type")).add("null");
                    return nullable;
                }
            }
            return schema;
        }

        private void types(String path, Set<String> before, Set<String> after) {
            if (before.equals(after)) {
                return;
            }
            if (after.containsAll(before)) {
                found(Compatibility.BACKWARD, "may now also be " + minus(after, before), path);
            } else if (before.containsAll(after)) {
                found(Compatibility.FORWARD, "may no longer be " + minus(before, after), path);
            } else {
                found(Compatibility.BREAKING, "was %s and is %s".formatted(before, after), path);
            }
        }

        private void enums(String path, JsonNode before, JsonNode after) {
            Set<String> old = texts(before);
            Set<String> now = texts(after);
            if (!minus(now, old).isEmpty()) {
                found(Compatibility.BACKWARD, "has new values " + minus(now, old), path);
            }
            if (!minus(old, now).isEmpty()) {
                found(Compatibility.FORWARD, "has lost the values " + minus(old, now), path);
            }
        }

        private void lowerIsWider(String path, String keyword, JsonNode before, JsonNode after) {
            widerIs(
                    path,
                    keyword,
                    -before.path(keyword).asLong(-Long.MAX_VALUE),
                    -after.path(keyword).asLong(-Long.MAX_VALUE));
        }

        private void widerIs(String path, String keyword, long before, long after) {
            if (after > before) {
                found(Compatibility.BACKWARD, "allows more by its " + keyword, path);
            } else if (after < before) {
                found(Compatibility.FORWARD, "allows less by its " + keyword, path);
            }
        }

        private void properties(String path, JsonNode before, JsonNode after) {
            Set<String> names = new TreeSet<>();
            before.path("properties").fieldNames().forEachRemaining(names::add);
            after.path("properties").fieldNames().forEachRemaining(names::add);
            Set<String> neededBefore = texts(before.path("required"));
            Set<String> neededAfter = texts(after.path("required"));
            for (String name : names) {
                String at = path.isEmpty() ? name : path + "." + name;
                JsonNode old = before.path("properties").path(name);
                JsonNode now = after.path("properties").path(name);
                if (old.isMissingNode()) {
                    found(neededAfter.contains(name) ? Compatibility.FORWARD : Compatibility.FULL, "is new", at);
                } else if (now.isMissingNode()) {
                    found(neededBefore.contains(name) ? Compatibility.BACKWARD : Compatibility.FULL, "is gone", at);
                } else {
                    need(at, neededBefore.contains(name), neededAfter.contains(name));
                    compare(at, old, now);
                }
            }
        }

        private void need(String path, boolean before, boolean after) {
            if (before && !after) {
                found(Compatibility.BACKWARD, "may now be missing", path);
            } else if (!before && after) {
                found(Compatibility.FORWARD, "must now be there", path);
            }
        }

        private static long width(JsonNode schema) {
            return switch (schema.path("format").asText()) {
                case "int32" -> 32;
                case "int64" -> 64;
                default -> 0;
            };
        }

        private static long limit(JsonNode schema, String keyword) {
            return schema.path(keyword).asLong(Long.MAX_VALUE);
        }

        private static Set<String> types(JsonNode schema) {
            return schema.path("type").isTextual() ? Set.of(schema.path("type").asText()) : texts(schema.path("type"));
        }

        private static Set<String> texts(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<String> minus(Set<String> all, Set<String> some) {
            Set<String> rest = new TreeSet<>(new HashSet<>(all));
            rest.removeAll(some);
            return rest;
        }
    }
}
