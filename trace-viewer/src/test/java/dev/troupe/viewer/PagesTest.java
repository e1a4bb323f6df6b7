package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The pages as a person sees them, in Debian's Chromium; skipped where there is none. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final RunningViewer viewer = RunningViewer.shared();
    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private Page page;

    @BeforeAll
    void startChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no page was looked at: /usr/bin/chromium is missing");
        playwright = Playwright.create(new CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    void stopChromium() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openTab() {
        page = tab(ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTab() {
        page.context().close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    @Test
    void aCancelledOrderAndItsReasonAreFoundFromTheFirstPage() {
        String orderId = RunningViewer.newOrderId();
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        String rejected = viewer.append(orderId, "stock.reservation-rejected", "inventory", placed, "{}");
        String cancelled =
                viewer.append(orderId, "order.cancelled", "order", rejected, "{\"reason\":\"OUT_OF_STOCK\"}");
        viewer.append(orderId, "payment.cancelled", "payment", cancelled, "{}");

        page.navigate(viewer.address());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(orderId))
                .click();

        assertThat(page.locator(".story")).containsText("out of stock");
        assertThat(page.locator(".node.event")).hasCount(4);
    }

    @Test
    void aStuckFlowAndItsCulpritAreFoundFromAnyPage() {
        String orderId = RunningViewer.newOrderId();
        viewer.execute("DELETE FROM choreography.instance");
        viewer.placeOrder(orderId, "c-1", "MUG");

        page.navigate(viewer.address() + "/dashboard");
        page.locator("nav .badge").click();

        assertThat(page.locator("ul.stuck li", new Page.LocatorOptions().setHasText(orderId)))
                .containsText("owes stock.reserved, because its process is down");
    }

    @Test
    void aFlowIsSeenWhileItHappens() {
        String orderId = RunningViewer.newOrderId();
        page.navigate(viewer.address() + "/?q=" + orderId);
        assertThat(page.locator(".empty")).containsText("No flow is like that");

        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(page.locator("tbody tr")).containsText("order.placed");
    }

    @Test
    void whatIsSearchedForStandsInTheAddress() {
        page.navigate(viewer.address());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Under way"))
                .click();
        page.keyboard().press("/");
        page.keyboard().type("o-nothing");

        page.waitForURL("**/?status=OPEN&q=o-nothing");
        page.reload();
        assertThat(page.locator("input[name=q]")).hasValue("o-nothing");
    }

    @Test
    void anEventIsOpenedWithTheKeyboardAndItsAddressCanBeKept() {
        String orderId = RunningViewer.newOrderId();
        viewer.placeOrder(orderId, "c-1", "MUG");
        page.navigate(viewer.address() + "/?q=" + orderId);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(orderId))
                .click();

        page.locator(".node").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel")).containsText("personal, sealed");

        page.reload();
        assertThat(page.locator(".panel h2")).hasText("order.placed");
    }

    @Test
    void whatServicesWriteIsShownAsTextNeverAsMarkup() {
        String orderId = RunningViewer.newOrderId();
        String placed = viewer.placeOrder(orderId, HOSTILE, "MUG");
        viewer.append(orderId, "stock.reserved", "inventory", placed, "{\"note\":\"%s\"}".formatted(HOSTILE));

        page.navigate(viewer.address() + "/?q=" + orderId);
        assertThat(page.locator("tbody tr")).containsText(HOSTILE);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(orderId))
                .click();
        page.locator(".node").nth(1).click();

        assertThat(page.locator(".panel")).containsText(HOSTILE);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void everyPageComesUpInTheDarkToo() {
        viewer.placeOrder(RunningViewer.newOrderId(), "c-1", "MUG");
        Page dark = tab(ColorScheme.DARK);
        Map.of("/", "Flows", "/stuck", "Stuck flows", "/map", "System map", "/dashboard", "Dashboard")
                .forEach((path, title) -> {
                    dark.navigate(viewer.address() + path);
                    assertThat(dark.locator("h1")).hasText(title);
                    assertThat(dark.locator("[aria-busy]")).hasCount(0);
                    assertThat(dark.locator("[role=alert]")).hasCount(0);
                });
        dark.context().close();
    }

    private Page tab(ColorScheme scheme) {
        Page tab = browser.newContext(new NewContextOptions().setColorScheme(scheme))
                .newPage();
        tab.setDefaultTimeout(8_000);
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        tab.onPageError(complaints::add);
        return tab;
    }
}
