package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The seven reasons, each brought about for real by a service in a process of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class UnderstudyTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create("trace-viewer", "inventory-service");

    @TempDir
    static Path folder;

    private RunningViewer viewer;
    private Process understudy;

    @BeforeAll
    void start() throws IOException {
        viewer = RunningViewer.on(database);
        understudy = startUnderstudy();
    }

    @AfterAll
    void stop() {
        understudy.destroyForcibly();
        viewer.close();
    }

    @Test
    void itHandledTheEventAndPublishedNothing() {
        assertThat(whyStuck(order("NOTHING-COMES-OF-IT"), "PUBLISHED_NOTHING")).contains("no job waits");
    }

    @Test
    void itWaitsForTheOutside() {
        assertThat(whyStuck(order("NEEDS-THE-OUTSIDE"), "WAITING_FOR_OUTSIDE"))
                .contains("the circuit breaker of the warehouse is open", "next try in");
    }

    @Test
    void itHoldsADeadLetter() {
        assertThat(whyStuck(order("FAILS-FOR-EVER"), "DEAD_LETTER")).contains("a line without a price");
    }

    @Test
    void itsProcessorIsRetrying() throws IOException {
        Path trouble = trouble("FAILS-FOR-NOW");
        String orderId = order("FAILS-FOR-NOW");
        assertThat(whyStuck(orderId, "RETRYING")).contains("the database is full");

        Files.delete(trouble);
        whyStuck(orderId, "PUBLISHED_NOTHING");
    }

    @Test
    void itTriesOneFlowAgainWhileOthersPass() throws IOException {
        Path trouble = trouble("FAILS-ALONE");
        String orderId = order("FAILS-ALONE");
        assertThat(whyStuck(orderId, "RETRYING")).contains("somebody else was faster", "next try");
        whyStuck(order("NOTHING-COMES-OF-IT"), "PUBLISHED_NOTHING");

        Files.delete(trouble);
        whyStuck(orderId, "PUBLISHED_NOTHING");
    }

    @Test
    void itsProcessorIsLagging() throws IOException {
        Path trouble = trouble("TAKES-LONG");
        order("TAKES-LONG");
        String orderId = order("COMES-BEHIND-IT");
        assertThat(whyStuck(orderId, "LAGGING")).contains("events behind");

        Files.delete(trouble);
        whyStuck(orderId, "PUBLISHED_NOTHING");
    }

    @Test
    void itsProcessIsDown() throws Exception {
        understudy.destroyForcibly().waitFor();
        String orderId = order("NOTHING-COMES-OF-IT");
        assertThat(whyStuck(orderId, "PROCESS_DOWN")).contains("last heard of");

        understudy = startUnderstudy();
        whyStuck(orderId, "PUBLISHED_NOTHING");
    }

    @Test
    void itsProcessorIsStopped() throws Exception {
        understudy.destroyForcibly().waitFor();
        viewer.execute("UPDATE inventory.token SET owner = 'nobody', claimed_until = now() + interval '1 hour'");
        understudy = startUnderstudy();
        String orderId = order("NOTHING-COMES-OF-IT");
        assertThat(whyStuck(orderId, "PROCESSOR_STOPPED")).contains("nobody works on");

        viewer.execute("UPDATE inventory.token SET owner = NULL, claimed_until = NULL");
        whyStuck(orderId, "PUBLISHED_NOTHING");
    }

    private String order(String sku) {
        String orderId = RunningViewer.newOrderId();
        viewer.placeOrder(orderId, "c-1", sku);
        return orderId;
    }

    private Path trouble(String sku) throws IOException {
        return Files.createFile(folder.resolve(sku));
    }

    /** Waits until the viewer gives this reason, and says in which words. */
    private String whyStuck(String orderId, String reason) {
        return await().atMost(LONG)
                .until(
                        () -> debt(orderId),
                        debt -> debt.path("overdue").asBoolean()
                                && debt.path("reason").asText().equals(reason))
                .path("why")
                .asText();
    }

    private JsonNode debt(String orderId) {
        return RunningViewer.parse(viewer.get("/api/flows/" + orderId))
                .path("debts")
                .path(0);
    }

    private Process startUnderstudy() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path")));
        database.properties("inventory-service").forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(Understudy.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        await().atMost(LONG).until(() -> viewer.json("/api/map")
                .path("services")
                .path(0)
                .path("up")
                .asBoolean());
        return process;
    }
}
