package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A replay from its plan to its rollback, with nothing but the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReplaysPageTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final OperatedSystem system = OperatedSystem.start();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();
    private Page page;

    @BeforeEach
    void openThePage() {
        complaints.clear();
        page = Chromium.tab(ColorScheme.LIGHT, 1360, 900);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        page.navigate(system.viewer() + "/replays");
    }

    @AfterEach
    void closeThePage() {
        page.context().close();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void aWrongRowIsFoundRepairedAndTakenBack() {
        system.damage("p-7");
        page.fill("input[name=token]", system.token());

        button("Plan").click();
        assertThat(section("Plan")).containsText("40 events");
        assertThat(section("Plan")).containsText("order.confirmed");
        button("Start").click();
        assertThat(row()).containsText("Caught up");

        button("Compare").click();
        assertThat(section("Comparison")).containsText("different");
        assertThat(section("Comparison")).containsText("p-7");
        button("Swap").click();
        assertThat(row()).containsText("Swapped");
        assertThat(system.facts("p-7")).isEqualTo(1);

        button("Roll back").click();
        assertThat(row()).containsText("Rolled back");
        assertThat(system.facts("p-7")).isEqualTo(99);
        page.locator("tbody th a").first().click();
        assertThat(section("Audit")).containsText("Rolled back");
        page.reload();
        assertThat(section("Audit")).containsText("Rolled back");
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void thePaceOfARunningReplayCanBeChanged() {
        page.fill("input[name=token]", system.token());
        page.getByLabel("Events per second, at most").fill("1");
        button("Start").click();
        assertThat(row()).containsText("Running");

        row().locator("input[name=eventsPerSecond]").fill("0");
        button("Throttle").click();

        assertThat(row()).containsText("Caught up");
        button("Cancel").click();
        assertThat(row()).containsText("Cancelled");
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** Whatever comes in by the address or the form and is shown again is shown as text. */
    @Test
    void hostileTextIsShownAndDoesNothing() {
        page.navigate(system.viewer() + "/replays?replay=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(HOSTILE);

        page.getByLabel("From position or time").fill(HOSTILE);
        button("Plan").click();
        assertThat(page.locator("replay-form [role=alert]")).containsText(HOSTILE);

        page.fill("input[name=token]", system.token());
        page.getByLabel("From position or time").clear();
        page.getByLabel("Only of these facts").fill(HOSTILE);
        button("Start").click();
        assertThat(page.locator("replay-form [role=alert]")).containsText("can only be rebuilt whole");

        assertThat(page.locator("main img")).hasCount(0);
        assertThat(dialogs).isEmpty();
    }

    private Locator row() {
        return page.locator("replays-page > .table tbody tr").first();
    }

    private Locator section(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
