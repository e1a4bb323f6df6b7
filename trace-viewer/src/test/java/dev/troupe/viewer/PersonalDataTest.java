package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.troupe.kit.access.Role;
import dev.troupe.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is personal is shown to those alone who may see it, and it is written down that they did. */
class PersonalDataTest extends BrowserTest {

    private final String orderId = RunningViewer.newOrderId();

    @Test
    void personalDataAreMaskedUntilSomebodyAsksWhoMaySeeThem() {
        String contact = viewer.seal("c-ada", Map.of("name", "Ada Abbott", "email", "ada@example.com"));
        viewer.append(
                orderId, "order.placed", "order", null, "{\"customerId\":\"c-ada\",\"contact\":%s}".formatted(contact));
        open("/flows/" + orderId);
        page.locator(".node").first().click();
        assertThat(page.locator(".panel")).containsText("personal, sealed");
        assertThat(page.locator("body")).not().containsText("Ada Abbott");

        button("Show personal data").click();
        page.getByLabel("A token with the role personal-data").fill(TestTokens.of("grace", Role.PERSONAL_DATA));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();

        assertThat(page.locator("personal-data")).containsText("Ada Abbott");
        assertThat(viewer.recordedCallers()).contains("grace 200");
    }

    @Test
    void nobodySeesThemWithoutTheRole() {
        viewer.placeOrder(orderId, "c-1", "MUG");

        assertThat(viewer.get("/api/flows/%s/personal-data".formatted(orderId)).statusCode())
                .isEqualTo(401);
    }
}
