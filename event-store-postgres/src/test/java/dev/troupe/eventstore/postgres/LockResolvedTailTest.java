package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockResolvedTailTest {

    private final TestDatabase database = new TestDatabase();
    private final TailScenarios scenarios =
            new TailScenarios(database, () -> new LockResolvedTail(0, 1_000, EventStoreMetrics.NONE, AppenderLook::at));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aHoleIsWaitedForWhileItsAppenderIsOpen() throws Exception {
        scenarios.aHoleIsWaitedForWhileItsAppenderIsOpen();
    }

    @Test
    void aRolledBackPositionHoldsNobodyUp() throws Exception {
        scenarios.aRolledBackPositionHoldsNobodyUp();
    }

    @Test
    void aRolledBackSavepointHoldsNobodyUp() throws Exception {
        scenarios.aRolledBackSavepointHoldsNobodyUp();
    }

    @Test
    void anUnrelatedOpenWriterDelaysNobody() throws Exception {
        scenarios.anUnrelatedOpenWriterDelaysNobody();
    }

    @Test
    void aPositionDrawnBeforeItsTransactionHasAnIdIsNotSkipped() throws Exception {
        scenarios.aPositionDrawnBeforeItsTransactionHasAnIdIsNotSkipped();
    }

    @Test
    void aTransactionWithAnEarlyIdDoesNotReorderAStream() throws Exception {
        scenarios.aTransactionWithAnEarlyIdDoesNotReorderAStream();
    }

    @Test
    void aPreparedTransactionIsWaitedFor() throws Exception {
        scenarios.aPreparedTransactionIsWaitedFor();
    }

    @Test
    void aTransactionPreparedWhileReadersWaitForItIsStillWaitedFor() throws Exception {
        scenarios.aTransactionPreparedWhileReadersWaitForItIsStillWaitedFor();
    }

    @Test
    void aBusySessionHoldsNobodyUp() throws Exception {
        scenarios.aBusySessionHoldsNobodyUp();
    }

    @Test
    void sessionsTakingTurnsAreReadInTheOrderOfTheirCommits() throws Exception {
        scenarios.sessionsTakingTurnsAreReadInTheOrderOfTheirCommits();
    }

    @Test
    void theHeadIsNotBeyondAnOpenAppender() throws Exception {
        SettledPosition settled = new SettledPosition();
        settled.follow(1);
        scenarios.theHeadIsNotBeyondAnOpenAppender(connection -> settled.head(connection, Duration.ZERO));
    }

    @Test
    void underAttackNothingIsSkippedRepeatedOrReordered() throws Exception {
        AdversarialRun.Verdict verdict = AdversarialRun.on(
                database,
                () -> new LockResolvedTail(0, 100, EventStoreMetrics.NONE, AppenderLook::at),
                Duration.ofSeconds(5));

        assertThat(verdict).isEqualTo(AdversarialRun.Verdict.FLAWLESS);
    }
}
