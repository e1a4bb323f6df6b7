package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.Confirm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon's tools can do to a processor, while it goes on handling each event once. */
class StreamingProcessorTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());
    private StreamingEventProcessor reactions;
    private int confirmed;

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        troupe.start();
        reactions = troupe.processors().stream()
                .filter(processor -> processor.getName().equals("shelf-reactions"))
                .findFirst()
                .orElseThrow();
        awaitSegments(0, 1);
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void aSegmentIsSplitAndMergedAgainAndNoFlowIsHandledTwice() throws SQLException {
        confirmSome();
        assertThat(done(reactions.splitSegment(1))).isTrue();
        awaitSegments(0, 1, 3);
        assertThat(status(1).getSegment().getMask()).isEqualTo(3);
        assertThat(status(0).getSegment().getMask()).isEqualTo(1);
        confirmSome();
        assertThat(done(reactions.mergeSegment(3))).isTrue();
        awaitSegments(0, 1);
        assertThat(status(1).getSegment().getMask()).isEqualTo(1);
        confirmSome();

        await().untilAsserted(() -> assertThat(completed()).isEqualTo(confirmed));
    }

    @Test
    void segmentsThatAreNoHalvesOfOneAreNotMerged() {
        assertThat(done(reactions.splitSegment(1))).isTrue();
        awaitSegments(0, 1, 3);

        assertThat(done(reactions.mergeSegment(0))).isFalse();
        assertThat(done(reactions.splitSegment(7))).isFalse();
        awaitSegments(0, 1, 3);
    }

    @Test
    void aSegmentIsGivenUpAndTakenBack() throws SQLException {
        reactions.releaseSegment(0, 1, TimeUnit.HOURS);
        awaitSegments(1);
        confirmSome();

        assertThat(done(reactions.claimSegment(0))).isTrue();

        awaitSegments(0, 1);
        await().untilAsserted(() -> assertThat(completed()).isEqualTo(confirmed));
        await().until(() -> status(0).isCaughtUp() && status(1).isCaughtUp());
    }

    @Test
    void itIsStoppedAndStartedAgain() throws Exception {
        reactions.shutdownAsync().get(30, TimeUnit.SECONDS);
        assertThat(reactions.isRunning()).isFalse();
        assertThat(reactions.processingStatus()).isEmpty();
        confirmSome();
        assertThat(done(reactions.splitSegment(0))).isFalse();

        reactions.start();

        assertThat(reactions.isRunning()).isTrue();
        await().untilAsserted(() -> assertThat(completed()).isEqualTo(confirmed));
        assertThat(reactions.isError()).isFalse();
        assertThat(reactions.isReplaying()).isFalse();
    }

    @Test
    void tokensAreNotReset() {
        assertThat(reactions.supportsReset()).isFalse();
        assertThatThrownBy(reactions::resetTokens)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("./troupe replay");
    }

    private void confirmSome() {
        IntStream.range(0, 40).forEach(i -> troupe.commands().send(new Confirm(new OrderId("c" + confirmed++))));
    }

    private void awaitSegments(Integer... segments) {
        await().untilAsserted(() -> assertThat(reactions.processingStatus()).containsOnlyKeys(segments));
    }

    private EventTrackerStatus status(int segment) {
        return Objects.requireNonNull(reactions.processingStatus().get(segment));
    }

    private static boolean done(CompletableFuture<Boolean> instruction) {
        return instruction.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private int completed() throws SQLException {
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM events.event WHERE type = 'order.completed'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
