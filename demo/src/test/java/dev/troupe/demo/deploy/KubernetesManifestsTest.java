package dev.troupe.demo.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the manifests against the schema of Kubernetes, strictly: a field it does not know is a mistake. */
class KubernetesManifestsTest {

    private static final Path FOLDER = Manifests.REPOSITORY.resolve("deploy/kubernetes");

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "Namespace", V1Namespace::validateJsonElement,
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "Secret", V1Secret::validateJsonElement,
            "Job", V1Job::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "Deployment", V1Deployment::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

    @Test
    void everyManifestIsWhatKubernetesTakes() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (Path file : Manifests.files(FOLDER)) {
            for (JsonNode document : Manifests.read(file)) {
                String kind = document.path("kind").asText();
                if (!kind.equals("Kustomization")) {
                    kinds.add(kind);
                    validate(document);
                }
            }
        }
        assertThat(kinds).isEqualTo(new TreeSet<>(SCHEMAS.keySet()));
    }

    @Test
    void aMisspeltFieldIsAMistake() throws IOException {
        ObjectNode deployment = (ObjectNode)
                Manifests.read(FOLDER.resolve("service/deployment.yaml")).getFirst();
        deployment.withObject("/spec/template/spec").put("automountServiceAcountToken", false);
        assertThatThrownBy(() -> validate(deployment)).hasMessageContaining("automountServiceAcountToken");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsWhatKubernetesTakes(String service) throws IOException {
        List<JsonNode> documents = Kustomization.of(FOLDER.resolve(service)).documents();
        for (JsonNode document : documents) {
            validate(document);
            assertThat(document.at("/metadata/name").asText()).isEqualTo(service);
            assertThat(document.toString())
                    .doesNotContain("\"nobody\"", "\"service-database\"", "\"troupe/service\"")
                    .doesNotContain("\"application\":\"service\"");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsContained(String service) throws IOException {
        JsonNode pod = kind(Kustomization.of(FOLDER.resolve(service)).documents(), "Deployment")
                .at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container.at("/env/0/value").asText()).isEqualTo(service.replace('-', '_'));
        assertThat(container.at("/image").asText()).isEqualTo("troupe/" + service + ":0.1.0");
        assertThat(pod.at("/volumes/1/projected/sources/1/secret/name").asText())
                .isEqualTo(service + "-database");
    }

    @Test
    void everyServiceIsPartOfTheWhole() throws IOException {
        List<String> parts = new ArrayList<>();
        Manifests.read(FOLDER.resolve("kustomization.yaml"))
                .getFirst()
                .path("resources")
                .forEach(part -> parts.add(part.asText()));
        assertThat(parts).containsAll(services()).allMatch(part -> Files.exists(FOLDER.resolve(part)));
    }

    static List<String> services() {
        return List.of("order-service", "payment-service", "inventory-service", "notification-service", "trace-viewer");
    }

    private static JsonNode kind(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void validate(JsonNode document) throws IOException {
        String kind = document.path("kind").asText();
        Schema schema = requireNonNull(SCHEMAS.get(kind), kind);
        schema.validate(JsonParser.parseString(document.toString()));
    }

    /** What Kubernetes says of a kind. */
    private interface Schema {
        void validate(JsonElement document) throws IOException;
    }
}
