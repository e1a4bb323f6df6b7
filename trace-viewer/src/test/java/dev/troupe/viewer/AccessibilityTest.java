package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe-core finds to complain about; whatever keeps somebody from using a page fails. */
class AccessibilityTest extends BrowserTest {

    private static final String SERIOUS = """
            async () => (await axe.run()).violations
              .filter((violation) => ['serious', 'critical'].includes(violation.impact))
              .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).slice(0, 3).join(' ')}`)""";

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageKeepsAnybodyFromUsingIt(ColorScheme scheme) throws IOException {
        viewer.execute("DELETE FROM choreography.instance");
        String cancelled = viewer.outOfStock();
        String stuck = RunningViewer.newOrderId();
        String placed = viewer.placeOrder(stuck, "c-1", "MUG");
        viewer.job("payment", "payment-time-out", stuck, placed, 0, null, 600);
        viewer.span(stuck, "warehouse GET", "CLIENT", true);
        Page tab = tab(scheme);
        List<String> found = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/?q=nothing",
                "/stuck",
                "/paths",
                "/map",
                "/dashboard",
                "/replays",
                "/compare",
                "/compare?left=%s&right=%s".formatted(cancelled, stuck),
                "/flows/" + cancelled,
                "/flows/" + stuck)) {
            tab.navigate(viewer.address() + path);
            assertThat(tab.locator("h1")).isVisible();
            assertThat(tab.locator("[aria-busy]")).hasCount(0);
            tab.evaluate(axe());
            ((List<?>) tab.evaluate(SERIOUS)).forEach(violation -> found.add(path + " " + violation));
        }
        tab.context().close();
        assertThat(found).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream source = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(source).as("axe-core on the class path").isNotNull();
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
