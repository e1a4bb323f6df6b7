package dev.troupe.demo.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of Kustomize as the folders of the services use: prefixes, labels, images and patches. A patch of a path that is not there fails,
 * as in Kustomize.
 */
record Kustomization(Path folder, JsonNode said) {

    static Kustomization of(Path folder) throws IOException {
        return new Kustomization(
                folder, Manifests.read(folder.resolve("kustomization.yaml")).getFirst());
    }

    /** What it makes of its resources. */
    List<JsonNode> documents() throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (JsonNode resource : said.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            documents.addAll(path.toString().endsWith(".yaml") ? Manifests.read(path) : of(path).documents());
        }
        for (JsonNode patch : said.path("patches")) {
            apply(patch, documents);
        }
        documents.forEach(document -> transform((ObjectNode) document));
        return documents;
    }

    private static void apply(JsonNode patch, List<JsonNode> documents) throws IOException {
        String kind = patch.at("/target/kind").asText();
        JsonNode operations = Manifests.parse(patch.path("patch").asText());
        if (operations.path("$patch").asText().equals("delete")) {
            assertThat(documents.removeIf(document -> isOf(document, kind)))
                    .as("there is a " + kind)
                    .isTrue();
            return;
        }
        List<JsonNode> patched =
                documents.stream().filter(document -> isOf(document, kind)).toList();
        assertThat(patched).as("documents of kind " + kind).isNotEmpty();
        patched.forEach(document -> operations.forEach(operation -> apply(operation, document)));
    }

    private static boolean isOf(JsonNode document, String kind) {
        return document.path("kind").asText().equals(kind);
    }

    private static void apply(JsonNode operation, JsonNode document) {
        String path = operation.path("path").asText();
        JsonNode parent = document.at(JsonPointer.compile(path.substring(0, path.lastIndexOf('/'))));
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (operation.path("op").asText().equals("add")) {
            assertThat(last).isEqualTo("-");
            ((ArrayNode) parent).add(operation.get("value"));
        } else {
            assertThat(parent.has(last)).as("there is " + path).isTrue();
            ((ObjectNode) parent).set(last, operation.get("value"));
        }
    }

    private void transform(ObjectNode document) {
        ObjectNode metadata = (ObjectNode) document.get("metadata");
        metadata.put(
                "name", said.path("namePrefix").asText() + metadata.get("name").asText());
        JsonNode image = said.at("/images/0");
        JsonNode container = document.at("/spec/template/spec/containers/0");
        if (container instanceof ObjectNode found
                && found.get("image").asText().equals(image.path("name").asText())) {
            found.put(
                    "image",
                    image.path("newName").asText() + ":" + image.path("newTag").asText());
        }
        JsonNode scaled = document.at("/spec/scaleTargetRef");
        if (scaled instanceof ObjectNode found) {
            found.put(
                    "name", said.path("namePrefix").asText() + found.get("name").asText());
        }
    }
}
