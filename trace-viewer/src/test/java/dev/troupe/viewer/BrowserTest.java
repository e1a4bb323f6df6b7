package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Looks at pages as a person does; whatever the browser complains about fails the test. */
@SuppressWarnings("NullAway.Init")
abstract class BrowserTest {

    final RunningViewer viewer = RunningViewer.shared();
    final List<String> complaints = new ArrayList<>();
    Page page;

    @BeforeEach
    void openTab() {
        page = tab(ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTab() {
        page.context().close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    Page tab(ColorScheme scheme) {
        return tab(scheme, 1360, 900);
    }

    Page tab(ColorScheme scheme, int width, int height) {
        Page tab = Chromium.tab(scheme, width, height);
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        tab.onPageError(complaints::add);
        return tab;
    }

    void open(String path) {
        page.navigate(viewer.address() + path);
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator with(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }
}
