package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One flow: its lanes, waits and calls, what is still to come, and what was said in it. */
class FlowPageTest extends BrowserTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final String orderId = RunningViewer.newOrderId();

    @Test
    void anEventIsOpenedWithTheKeyboardAndItsAddressCanBeKept() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.append(orderId, "stock.reserved", "inventory", placed, "{\"warehouseId\":\"main\"}");
        open("/flows/" + orderId);
        assertThat(page.locator(".panel")).containsText("personal, sealed");

        page.locator(".node").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel h2")).hasText("stock.reserved");

        page.reload();
        assertThat(page.locator(".panel h2")).hasText("stock.reserved");
    }

    @Test
    void aLongFlowIsDrawnWhereItIsLookedAtAndTheKeyboardKeepsItsPlace() {
        String cause = viewer.placeOrder(orderId, "c-1", "MUG");
        for (int i = 1; i <= 120; i++) {
            cause = viewer.append(orderId, "fact.number-" + i, i % 2 == 0 ? "inventory" : "payment", cause, "{}");
        }
        open("/flows/" + orderId);
        assertThat(with(".node", "order.placed")).isInViewport();
        assertThat(with(".node", "fact.number-120")).hasCount(0);

        page.locator(".node").first().focus();
        for (int i = 1; i <= 60; i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(with(".node", "fact.number-60")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator(".panel h2")).hasText("fact.number-60");

        open("/flows/" + orderId + "#" + cause);
        assertThat(with(".node.chosen", "fact.number-120")).isInViewport();
        assertThat(with(".node", "order.placed")).hasCount(0);
    }

    @Test
    void aChartKeepsItsWidthWhileItIsHidden() {
        viewer.placeOrder(orderId, "c-1", "MUG");
        open("/flows/" + orderId);
        assertThat(page.locator(".node").first()).isVisible();
        Object width = page.evaluate("document.querySelector('.lanes svg').getAttribute('width')");

        page.evaluate("document.querySelector('.chart').style.display = 'none'");
        page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");

        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.querySelector('.lanes svg').getAttribute('width')"))
                .isEqualTo(width);
    }

    @Test
    void whatServicesWriteIsShownAsTextNeverAsMarkup() {
        String placed = viewer.placeOrder(orderId, HOSTILE, HOSTILE);
        String hostile = viewer.append(orderId, HOSTILE, HOSTILE, placed, "{\"note\":\"%s\"}".formatted(HOSTILE));
        viewer.span(orderId, HOSTILE, "CLIENT", true);
        viewer.deadLetter("inventory", orderId, placed, HOSTILE);
        viewer.refuse("payment", HOSTILE, 1);

        for (String path : List.of(
                "/?q=" + orderId,
                "/stuck",
                "/map",
                "/paths",
                "/dashboard",
                "/compare?left=%s&right=%s".formatted(orderId, orderId))) {
            open(path);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            assertThat(page.locator("main img")).hasCount(0);
        }
        viewer.execute("DELETE FROM choreography.instance");
        open("/flows/" + orderId + "#" + hostile);
        assertThat(page.locator(".panel")).containsText(HOSTILE);
        assertThat(page.locator("main img")).hasCount(0);
    }

    @Test
    void whatIsStillToComeStandsOnTheLaneOfWhoeverHasToDoIt() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.job("inventory", "call-warehouse", orderId, placed, 3, "the warehouse does not answer", 30);
        viewer.job("payment", "payment-time-out", orderId, placed, 0, null, 600);

        open("/flows/" + orderId);

        assertThat(with(".node.job:not(.deadline)", "call-warehouse, try 4 in")).isVisible();
        Locator deadline = with(".node.deadline", "payment-time-out in");
        assertThat(deadline).hasClass(Pattern.compile("hue-payment"));
        deadline.click();
        assertThat(page.locator(".panel")).containsText("comes at");
    }

    @Test
    void callsToTheOutsideAndWhatFailedAreSeenOnceTheirSpansCome() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.append(orderId, "stock.reserved", "inventory", placed, "{}");
        open("/flows/" + orderId);
        assertThat(page.locator(".spans")).containsText("No spans were received");

        viewer.span(orderId, "warehouse GET", "CLIENT", true);
        viewer.span(orderId, "warehouse GET again", "CLIENT", false);

        assertThat(page.locator(".node.call")).hasCount(2);
        assertThat(page.locator(".node.call.failed")).hasCount(1);
        with(".node.call.failed", "warehouse GET").click();
        assertThat(page.locator(".panel")).containsText("it failed");
    }

    @Test
    void whatFailsAgainAndAgainStandsOnceAndIsCounted() {
        viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.append(orderId, "stock.reserved", "inventory", null, "{}");
        for (int i = 0; i < 3; i++) {
            viewer.span(orderId, "WhenOrderPlacedThenReserveStock", "INTERNAL", true);
        }

        open("/flows/" + orderId);

        assertThat(page.locator(".node.call.failed")).hasCount(1);
        assertThat(page.locator(".node.call.failed")).containsText("×3");
        page.locator(".node.call.failed").click();
        assertThat(page.locator(".panel")).containsText("it failed, as did 2 attempts after it");
    }

    @Test
    void aDeadLetterIsReachedFromTheStuckPageAndSaysHowItIsTriedAgain() {
        String placed = viewer.placeOrder(orderId, "c-1", "MUG");
        viewer.deadLetter("inventory", orderId, placed, "a line without a SKU");
        open("/stuck");

        with("ul.stuck li", orderId).locator("p a").click();

        assertThat(with(".node.letter.chosen", "dead letter inventory/")).isInViewport();
        assertThat(page.locator(".panel")).containsText("a line without a SKU");
        assertThat(page.locator(".panel")).containsText("./troupe deadletters retry inventory/");
        page.locator(".node.overdue").first().click();
        with(".panel button", "inventory/").click();
        assertThat(page.locator(".node.letter.chosen")).isVisible();
    }

    @Test
    void aFlowIsTakenIntoTheShell() {
        viewer.placeOrder(orderId, "c-1", "MUG");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open("/flows/" + orderId);

        button("Copy as command").click();
        assertThat(button("Copied")).isVisible();
        org.assertj.core.api.Assertions.assertThat(clipboard()).isEqualTo("./troupe flows show " + orderId);

        button("Copy as curl").click();
        assertThat(button("Copied")).hasAttribute("title", Pattern.compile("^curl "));
        org.assertj.core.api.Assertions.assertThat(clipboard())
                .isEqualTo("curl %s/api/flows/%s".formatted(viewer.address(), orderId));
    }

    private Object clipboard() {
        return page.evaluate("navigator.clipboard.readText()");
    }
}
