package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the person who runs the system sees. */
class DashboardTest extends BrowserTest {

    @Test
    void inputThatWasNotTakenIsShownByReasonAndAgainstItsObjective() {
        String source = RunningViewer.newOrderId();
        for (String row : new String[] {"1", "2"}) {
            viewer.execute(
                    "INSERT INTO inventory.quarantine (source, first_row, reason, detail) VALUES (?, ?::int, 'NO_CUSTOMER', '')",
                    source,
                    row);
        }
        viewer.refuse("payment", "invalid-request", 37);

        open("/dashboard");

        assertThat(with("#rejected li", "invalid request")).containsText("37");
        assertThat(with("#rejected li", "no customer")).containsText("2");
        assertThat(with(".tile.bad", "Rows in quarantine")).containsText("should be none");
        with(".tile.bad", "Rows in quarantine").click();
        assertThat(page.locator("#rejected")).isInViewport();

        viewer.execute("UPDATE inventory.quarantine SET state = 'DROPPED' WHERE source = ?", source);
        assertThat(with(".tile.good", "Rows in quarantine")).containsText("0");
        viewer.execute("DELETE FROM choreography.instance");
    }

    @Test
    void anAxisOfTimeEndsWhereItsHalfCanBeSaidToo() {
        open("/dashboard");
        assertThat(page.locator("h1")).isVisible();

        Object tops = page.evaluate(
                "import('/app/dashboard/charts.js').then(({ niceSpan }) => [340, 5500, 25_000, 130_000, 5_000_000].map(niceSpan))");

        org.assertj.core.api.Assertions.assertThat(tops).isEqualTo(List.of(500, 10_000, 30_000, 240_000, 7_200_000));
    }
}
