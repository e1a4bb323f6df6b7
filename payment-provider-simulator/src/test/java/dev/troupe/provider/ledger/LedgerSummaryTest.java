package dev.troupe.provider.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerSummaryTest {

    private final LedgerMemory store = new LedgerMemory();
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = Ledger.open(store, Clock.systemUTC(), entry -> {});
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void itAddsUpEveryKindOfEntry() {
        authorize("a", 100, "order-a");
        authorize("b", 200, "order-b");
        authorize("c", 400, "order-c");
        ledger.append(Posting.captured("a", 100, "GBP"));
        ledger.append(Posting.refunded("a", "r1", 30, "GBP"));
        ledger.append(Posting.voided("b", 200, "GBP"));
        ledger.append(Posting.declined("d", 800, "GBP", "order-d", "REFUSED"));
        ledger.append(Posting.closed("e"));

        assertThat(ledger.summary()).isEqualTo(new LedgerSummary(3, 1, 700, 100, 200, 30, 1, 1, 400, 0, 0));
    }

    @Test
    void itIsTheSameWhetherAskedAllTheTimeOrOnceAfterARestart() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            authorize("key-" + i, i, "order-" + i);
            if (i % 3 == 0) {
                ledger.append(Posting.captured("key-" + i, i, "GBP"));
            }
            if (i % 100 == 0) {
                assertThat(ledger.summary().authorizations()).isEqualTo(i + 1);
            }
        }
        LedgerSummary summary = ledger.summary();

        assertThat(summary.authorizedMinor()).isEqualTo(4_999L * 5_000 / 2);
        assertThat(summary.openMinor()).isEqualTo(summary.authorizedMinor() - summary.capturedMinor());
        assertThat(summary.keysChargedMoreThanOnce()).isZero();
        assertThat(summary.referencesChargedMoreThanOnce()).isZero();
        try (Ledger again = Ledger.open(store, Clock.systemUTC(), entry -> {})) {
            assertThat(again.summary()).isEqualTo(summary);
        }
    }

    @Test
    void itNoticesMoneyHeldOrCollectedTwiceUnderOneKey() {
        authorize("held-twice", 100, "order-1");
        authorize("held-twice", 100, "order-1");
        authorize("collected-thrice", 100, "order-2");
        ledger.append(Posting.captured("collected-thrice", 100, "GBP"));
        ledger.append(Posting.captured("collected-thrice", 100, "GBP"));
        ledger.append(Posting.captured("collected-thrice", 100, "GBP"));

        assertThat(ledger.summary().keysChargedMoreThanOnce()).isEqualTo(2);
    }

    @Test
    void itNoticesACaptureOfAnotherAmountThanWasHeld() {
        authorize("a", 100, "order-a");
        ledger.append(Posting.captured("a", 101, "GBP"));

        LedgerSummary summary = ledger.summary();

        assertThat(summary.authorizedMinor())
                .isNotEqualTo(summary.capturedMinor() + summary.voidedMinor() + summary.openMinor());
    }

    @Test
    void itNoticesReferencesThatArePaidUnderSeveralKeys() {
        for (int i = 0; i < 3; i++) {
            authorize("first-" + i, 100, "order-1");
        }
        authorize("second-0", 100, "order-2");
        authorize("second-1", 100, "order-2");
        authorize("third", 100, "order-3");
        assertThat(ledger.summary().referencesChargedMoreThanOnce()).isEqualTo(2);

        ledger.append(Posting.voided("second-0", 100, "GBP"));

        assertThat(ledger.summary().referencesChargedMoreThanOnce()).isEqualTo(1);
    }

    private void authorize(String key, long amountMinor, String reference) {
        ledger.append(Posting.authorized(key, amountMinor, "GBP", reference));
    }
}
