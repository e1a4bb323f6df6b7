package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The ways that orders take, and two of them side by side. */
class WaysTest extends BrowserTest {

    @Test
    void twoFlowsAreComparedWhereTheyPartAndWhereTimeWent() {
        String rejected = viewer.outOfStock();
        String reserved = RunningViewer.newOrderId();
        String placed = viewer.placeOrder(reserved, "c-1", "MUG");
        viewer.append(reserved, "stock.reserved", "inventory", placed, "{}");

        open("/compare?left=%s&right=%s".formatted(rejected, reserved));

        assertThat(page.locator(".story")).containsText("They part after order.placed");
        assertThat(page.locator("tr.parting")).containsText("here they part");
        assertThat(with("tbody tr", "stock.reserved")).containsText("did not happen");
    }

    @Test
    void whoeverHasOneFlowIsOfferedOthersToCompareItWith() {
        String one = viewer.outOfStock();
        open("/flows/" + one);
        link("Compare").click();

        page.locator(".suggestions a").first().click();

        page.waitForURL("**/compare?left=" + one + "&right=*");
        assertThat(page.locator(".story")).isVisible();
    }

    @Test
    void aWayLeadsToTheOrdersThatTookIt() {
        String orderId = viewer.outOfStock();
        open("/paths");
        Locator way = page.locator(".variants > li")
                .filter(new Locator.FilterOptions()
                        .setHasText("stock.reservation-rejected")
                        .setHasText("Out of stock"));
        assertThat(way).containsText("median");

        way.locator(".much a").click();

        assertThat(with("tbody th", orderId)).isVisible();
    }
}
