package dev.troupe.demo.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {

    private static final Path FOLDER = Manifests.REPOSITORY.resolve("deploy/observability");
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Pattern METRIC = Pattern.compile("troupe_[a-z_]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyDashboardIsWhatGrafanaNeeds() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode board : dashboards()) {
            assertThat(ids.add(board.path("uid").asText())).isTrue();
            assertThat(board.path("title").asText()).startsWith("Troupe: ");
            assertThat(board.path("schemaVersion").asInt()).isPositive();
            Set<Integer> panels = new TreeSet<>();
            for (JsonNode panel : board.path("panels")) {
                assertThat(panels.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.path("type").asText()).isIn("timeseries", "stat");
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
                assertThat(panel.at("/gridPos/x").asInt()
                                + panel.at("/gridPos/w").asInt())
                        .isBetween(1, 24);
                assertThat(panel.path("targets"))
                        .isNotEmpty()
                        .allMatch(target -> !target.path("expr").asText().isBlank());
            }
        }
        assertThat(ids).hasSizeGreaterThan(1);
    }

    @Test
    void whatDashboardsAndAlertsAskForIsDocumented() throws IOException {
        String documented = Files.readString(Manifests.REPOSITORY.resolve("docs/reference/metrics.md"));
        String asked = String.join("\n", queries()) + Files.readString(FOLDER.resolve("alerts.yml"));
        for (Matcher metric = METRIC.matcher(asked); metric.find(); ) {
            String family = metric.group().replaceAll("_(bucket|count|sum|max)$", "");
            assertThat(documented).contains("`" + family + "`");
        }
    }

    @Test
    void prometheusUnderstandsEveryQuery(@TempDir Path data) throws Exception {
        assumeTrue(
                Files.isExecutable(PROMETHEUS), "skipped: there is no prometheus here (Debian's package prometheus)");
        int port = freePort();
        Path configuration = Files.writeString(data.resolve("prometheus.yml"), "scrape_configs: []\n");
        Process prometheus = new ProcessBuilder(
                        PROMETHEUS.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> get(client, port, "/-/ready").statusCode() == 200);
            for (String query : queries()) {
                HttpResponse<String> answer =
                        get(client, port, "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                assertThat(answer.statusCode())
                        .as("%s: %s", query, answer.body())
                        .isEqualTo(200);
            }
        } finally {
            prometheus.destroy();
            prometheus.waitFor();
        }
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        dashboards().forEach(board -> board.path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> queries.add(target.path("expr").asText()))));
        return queries;
    }

    private static List<JsonNode> dashboards() throws IOException {
        List<JsonNode> boards = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                boards.add(JSON.readTree(file.toFile()));
            }
        }
        return boards;
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
