package dev.troupe.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long a person waits. On a machine that does other things too, ten times as long is allowed as is promised; with
 * {@code -Dtroupe.patience=1} the promises themselves are asked for.
 */
class SpeedTest extends BrowserTest {

    private static final int PATIENCE = Integer.getInteger("troupe.patience", 10);
    private static final long PAGE_MILLIS = 1_000L * PATIENCE;
    private static final long EVENT_MILLIS = 300L * PATIENCE;

    @Test
    void aListOfTenThousandFlowsCanBeUsedAtOnce() {
        String customer = "c-" + RunningViewer.newOrderId();
        viewer.execute(
                "INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)"
                        + " SELECT 'many-' || n || ?, 0, gen_random_uuid(), 'order.placed', '1', now(),"
                        + " json_build_object('correlationId', 'many-' || n || ?, 'source', 'order-service/1.0'),"
                        + " json_build_object('customerId', ?) FROM generate_series(1, 10000) n",
                customer,
                customer,
                customer);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> viewer.json("/api/flows?limit=1&customer=" + customer)
                                .path("items")
                                .size()
                        == 1);

        long began = System.nanoTime();
        open("/?q=" + customer);
        assertThat(page.locator("tbody tr")).hasCount(100);
        page.locator("tbody a").first().focus();
        assertThat(said("a list out of 10,000 flows", millisSince(began))).isLessThan(PAGE_MILLIS);

        viewer.execute("DELETE FROM trace_viewer.flow WHERE customer = ?", customer);
        viewer.execute("UPDATE trace_viewer.progress SET flows = flows - 10000");
    }

    @Test
    void aFlowOfFiveHundredEventsCanBeUsedAtOnce() {
        String flowId = RunningViewer.newOrderId();
        String cause = viewer.placeOrder(flowId, "c-1", "MUG");
        String inTheMiddle = cause;
        for (int i = 0; i < 499; i++) {
            cause = viewer.append(flowId, "fact.number-" + i, i % 2 == 0 ? "inventory" : "payment", cause, "{}");
            inTheMiddle = i == 249 ? cause : inTheMiddle;
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> viewer.get("/api/flows/" + flowId).statusCode() == 200
                        && viewer.json("/api/flows/" + flowId).path("events").size() == 500);

        long began = System.nanoTime();
        open("/flows/" + flowId + "#" + inTheMiddle);
        assertThat(with(".node.event", "fact.number-249")).isInViewport();
        with(".node.event", "fact.number-250").click();
        assertThat(page.locator(".panel h2")).hasText("fact.number-250");
        assertThat(said("a flow of 500 events", millisSince(began))).isLessThan(PAGE_MILLIS);
    }

    @Test
    void anEventIsSeenSoonAfterItWasCommitted() {
        String flowId = RunningViewer.newOrderId();
        viewer.placeOrder(flowId, "c-1", "MUG");
        open("/?q=" + flowId);
        assertThat(page.locator("tbody tr")).hasCount(1);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            viewer.append(flowId, "fact.number-" + i, "inventory", null, "{}");
            long committed = System.nanoTime();
            page.waitForFunction(
                    "name => document.querySelector('tbody tr').textContent.includes(name)", "fact.number-" + i);
            millis.add(millisSince(committed));
        }
        assertThat(said("an event, p95", millis.stream().sorted().toList().get(37)))
                .as("p95 of %s", millis)
                .isLessThan(EVENT_MILLIS);
    }

    /** Told, because what is within the limit is worth knowing too. */
    private static long said(String what, long millis) {
        System.out.printf("%s: seen after %,d ms%n", what, millis);
        return millis;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
