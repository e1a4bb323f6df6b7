package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes pictures of every page of a running system for documents; not part of the test run, see docs/reference/trace-viewer.md. */
class Screenshots {

    private static final String VIEWER = System.getProperty("troupe.viewer", "http://127.0.0.1:8080");
    private static final Path FOLDER = Path.of(System.getProperty("troupe.screenshots", "target/screenshots"));

    @ParameterizedTest
    @CsvSource({"light, LIGHT, 1280, 860", "dark, DARK, 1280, 860", "narrow, LIGHT, 390, 844"})
    void makeOneOfEveryPage(String name, ColorScheme scheme, int width, int height) throws IOException {
        Page page = Chromium.tab(scheme, width, height);
        for (Map.Entry<String, String> one : addresses().entrySet()) {
            page.navigate(VIEWER + one.getValue());
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(one.getKey() + "-" + name + ".png")));
        }
        page.context().close();
    }

    /** The pages by the names of their pictures; those of flows as far as there are such flows. */
    private static Map<String, String> addresses() throws IOException {
        Map<String, String> addresses = new LinkedHashMap<>(
                Map.of("flows", "/", "nothing-found", "/?q=nothing", "replays", "/replays", "dashboard", "/dashboard"));
        for (String page : List.of("stuck", "paths", "map")) {
            addresses.put(page, "/" + page);
        }
        String completed = newest("outcome=COMPLETED");
        String cancelled = newest("outcome=CANCELLED");
        addresses.put("completed", "/flows/" + completed);
        addresses.put("cancelled", "/flows/" + cancelled);
        addresses.put("compare", "/compare?left=%s&right=%s".formatted(completed, cancelled));
        addresses.put("stuck-flow", "/flows/" + newest("status=STUCK"));
        addresses.values().removeIf(address -> address.endsWith("/flows/"));
        return addresses;
    }

    private static String newest(String query) throws IOException {
        JsonNode page = new ObjectMapper()
                .readTree(URI.create(VIEWER + "/api/flows?limit=1&" + query).toURL());
        return page.path("items").path(0).path("flowId").asText();
    }
}
