package dev.troupe.notification.view;

import static dev.troupe.notification.NotificationFixture.CONFIRMATION;
import static dev.troupe.notification.NotificationFixture.ORDER;
import static dev.troupe.notification.NotificationFixture.REQUESTED_AT;
import static dev.troupe.notification.NotificationFixture.aFailedConfirmation;
import static dev.troupe.notification.NotificationFixture.aRequestedConfirmation;
import static dev.troupe.notification.NotificationFixture.aSentConfirmation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.NotificationEvent;
import dev.troupe.events.NotificationKind;
import dev.troupe.kit.projection.Projection.Fold;
import dev.troupe.kit.projection.Recorded;
import dev.troupe.notification.domain.NotificationStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationSummaryProjectionTest {

    private final NotificationSummaryProjection projection = new NotificationSummaryProjection();

    @Test
    void aRequestedMailIsNotYetSent() {
        assertThat(fold(aRequestedConfirmation()))
                .isEqualTo(new NotificationSummary(
                        CONFIRMATION,
                        ORDER,
                        NotificationKind.ORDER_CONFIRMED,
                        NotificationStatus.REQUESTED,
                        REQUESTED_AT,
                        null,
                        null));
    }

    @Test
    void aSentMailSaysWhen() {
        NotificationSummary row = Objects.requireNonNull(fold(aRequestedConfirmation(), aSentConfirmation()));
        assertThat(row.status()).isEqualTo(NotificationStatus.SENT);
        assertThat(row.sentAt()).isEqualTo(REQUESTED_AT.plusSeconds(1));
        assertThat(row.requestedAt()).isEqualTo(REQUESTED_AT);
    }

    @Test
    void aFailedMailSaysWhy() {
        NotificationSummary row =
                Objects.requireNonNull(fold(aRequestedConfirmation(), aFailedConfirmation("no such mailbox")));
        assertThat(row.status()).isEqualTo(NotificationStatus.FAILED);
        assertThat(row.reason()).isEqualTo("no such mailbox");
    }

    @Test
    void aReplayThatBeginsInTheMiddleMakesNoHalfRow() {
        assertThat(fold(aSentConfirmation())).isNull();
    }

    private @Nullable NotificationSummary fold(NotificationEvent... facts) {
        NotificationSummary row = null;
        int second = 0;
        for (NotificationEvent fact : facts) {
            Fold<NotificationSummary, Object> fold =
                    Objects.requireNonNull(projection.folds().get(fact.getClass()));
            assertThat(fold.keys().apply(fact)).containsExactly(CONFIRMATION.value());
            Recorded recorded = new Recorded(second, REQUESTED_AT.plusSeconds(second++), ORDER.value());
            row = fold.fold().fold(row, CONFIRMATION.value(), fact, recorded);
        }
        return row;
    }
}
