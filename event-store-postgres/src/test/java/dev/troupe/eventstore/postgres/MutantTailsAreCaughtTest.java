package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each wrong scheme fails in the scenario that was written for it, so the scenarios are worth something. */
class MutantTailsAreCaughtTest {

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNaiveCursorSkips() {
        assertCaught(with(MutantTails::naiveCursor)::aHoleIsWaitedForWhileItsAppenderIsOpen);
    }

    @Test
    void aGapTimeoutSkips() {
        assertCaught(
                with(() -> MutantTails.gapTimeout(Duration.ofMillis(100)))::aHoleIsWaitedForWhileItsAppenderIsOpen);
    }

    @Test
    void xminWithPositionsSkips() {
        assertCaught(with(MutantTails::xminAndPosition)::aPositionDrawnBeforeItsTransactionHasAnIdIsNotSkipped);
    }

    @Test
    void xminStallsBehindUnrelatedWriters() {
        assertCaught(with(MutantTails::xminAndPosition)::anUnrelatedOpenWriterDelaysNobody);
    }

    @Test
    void xidWithPositionsReordersAStream() {
        assertCaught(with(MutantTails::xidAndPosition)::aTransactionWithAnEarlyIdDoesNotReorderAStream);
    }

    @Test
    void processIdsMissPreparedTransactions() {
        assertCaught(with(MutantTails::processIds)::aPreparedTransactionIsWaitedFor);
    }

    @Test
    void underAttackANaiveCursorSkips() throws Exception {
        assertThat(AdversarialRun.on(database, MutantTails::naiveCursor, Duration.ofSeconds(2))
                        .skipped())
                .isPositive();
    }

    @Test
    void aSequenceThatCachesSkips() {
        database.execute("ALTER TABLE events.event ALTER COLUMN position SET CACHE 20");
        assertCaught(
                with(() -> new LockResolvedTail(0, 1_000, EventStoreMetrics.NONE, AppenderLook::at))
                        ::sessionsTakingTurnsAreReadInTheOrderOfTheirCommits);
    }

    @Test
    void theHighestPositionIsNoHead() {
        assertCaught(() -> with(MutantTails::naiveCursor).theHeadIsNotBeyondAnOpenAppender(SettledPosition::highest));
    }

    private TailScenarios with(Supplier<TailProtocol> mutant) {
        return new TailScenarios(database, mutant);
    }

    private static void assertCaught(ThrowingCallable scenario) {
        assertThatThrownBy(scenario).isInstanceOf(AssertionError.class);
    }
}
