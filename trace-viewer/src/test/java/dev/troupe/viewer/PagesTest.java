package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The list of flows, the way from it to a reason, and what all pages have in common. */
class PagesTest extends BrowserTest {

    static final Map<String, String> TITLES = Map.of(
            "/", "Flows",
            "/stuck", "Stuck flows",
            "/paths", "Paths",
            "/map", "System map",
            "/compare", "Compare two flows",
            "/dashboard", "Dashboard",
            "/replays", "Replays");

    @Test
    void aCancelledOrderAndItsReasonAreFoundFromTheFirstPage() {
        String orderId = viewer.outOfStock();

        open("/");
        link(orderId).click();

        assertThat(page.locator(".story")).containsText("out of stock");
        assertThat(page.locator(".node.event")).hasCount(4);
        assertThat(page.locator(".panel h2")).hasText("order.cancelled");
    }

    @Test
    void aStuckFlowAndItsCulpritAreFoundFromAnyPage() {
        viewer.execute("DELETE FROM choreography.instance");
        String orderId = RunningViewer.newOrderId();
        viewer.placeOrder(orderId, "c-1", "MUG");

        for (String path : TITLES.keySet()) {
            open(path);
            page.locator("nav .badge").click();
            assertThat(with("ul.stuck li", orderId)).containsText("because its process is down");
        }
    }

    @Test
    void theFlowsOfOneCulpritHaveAnAddress() {
        viewer.execute("DELETE FROM choreography.instance");
        String down = RunningViewer.newOrderId();
        viewer.placeOrder(down, "c-1", "MUG");
        String parked = RunningViewer.newOrderId();
        viewer.deadLetter("inventory", parked, viewer.placeOrder(parked, "c-1", "MUG"), "a line without a SKU");
        open("/stuck");
        assertThat(with("ul.stuck li", down)).isVisible();

        with(".card", "holds dead letters").click();
        assertThat(with("ul.stuck li", down)).hasCount(0);
        page.waitForURL("**/stuck?service=inventory-service&reason=DEAD_LETTER");

        page.reload();
        assertThat(with("ul.stuck li", parked)).isVisible();
        assertThat(with("ul.stuck li", down)).hasCount(0);

        with(".card[aria-current]", "holds dead letters").click();
        assertThat(with("ul.stuck li", down)).isVisible();
    }

    @Test
    void aFlowIsSeenWhileItHappensUnlessThePageIsPaused() {
        String orderId = RunningViewer.newOrderId();
        open("/?q=" + orderId);
        assertThat(page.locator(".empty")).containsText("No flow is like that");

        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        assertThat(page.locator("tbody tr")).containsText("order.placed");

        button("Pause").click();
        viewer.append(orderId, "stock.reserved", "inventory", placed, "{}");
        assertThat(page.locator(".news")).containsText("1 event since");
        assertThat(page.locator("tbody tr")).containsText("order.placed");

        button("Go on").click();
        assertThat(page.locator("tbody tr")).containsText("stock.reserved");
    }

    @Test
    void aPageThatCannotBeLoadedSaysSo() {
        page.route("**/app/map/map-page.js", Route::abort);
        open("/map");

        assertThat(page.locator("[role=alert]")).containsText("cannot be reached");
        complaints.clear();
    }

    @Test
    void anAddressThatShowsNothingLeadsOn() {
        Response response = page.navigate(viewer.address() + "/nowhere/at-all");

        Assertions.assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing here");
        page.locator("main").getByText("all flows").click();
        assertThat(page.locator("h1")).hasText("Flows");
        complaints.clear();
    }

    @Test
    void whatIsSearchedForStandsInTheAddress() {
        open("/");
        button("Under way").click();
        page.keyboard().press("/");
        page.keyboard().type("o-nothing");

        page.waitForURL("**/?status=OPEN&q=o-nothing");
        page.reload();
        assertThat(page.locator("input[name=q]")).hasValue("o-nothing");
    }

    @Test
    void flowsAreWalkedThroughWithTheArrowKeys() {
        String customer = "c-" + RunningViewer.newOrderId();
        viewer.placeOrder("first-" + customer, customer, "MUG");
        viewer.placeOrder("second-" + customer, customer, "MUG");
        open("/?q=" + customer);
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.locator("input[name=q]").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("first-" + customer);
    }

    @Test
    void everyPageComesUpInTheDarkAndOnATelephoneToo() {
        viewer.placeOrder(RunningViewer.newOrderId(), "c-1", "MUG");
        for (Page tab : new Page[] {tab(ColorScheme.DARK), tab(ColorScheme.LIGHT, 390, 844)}) {
            TITLES.forEach((path, title) -> {
                tab.navigate(viewer.address() + path);
                assertThat(tab.locator("h1")).hasText(title);
                assertThat(tab.locator("[aria-busy]")).hasCount(0);
                assertThat(tab.locator("[role=alert]")).hasCount(0);
                Object beside = tab.evaluate("document.documentElement.scrollWidth - innerWidth");
                Assertions.assertThat((Integer) beside)
                        .as("how far %s can be pushed sideways", path)
                        .isLessThanOrEqualTo(0);
            });
            tab.context().close();
        }
    }
}
