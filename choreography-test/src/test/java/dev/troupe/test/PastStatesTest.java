package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.state.Moment;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.PastStates;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.kit.state.StateHistory.Step;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.Confirm;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastStatesTest {

    private final TroupeSettings settings = TestDatabase.create("shelf-service").settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());
    private final PastStates past = troupe.pastStates();

    @BeforeAll
    void confirmAnOrder() {
        Shelf.POISONED.clear();
        troupe.start();
        troupe.commands().send(new Confirm(new OrderId("o-1")));
        await().until(() -> now().events() == 2);
    }

    @AfterAll
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void anAggregateIsShownAsItWasAtAPosition() {
        long confirmed = history().items().getFirst().position();

        assertThat(at(Long.toString(confirmed))).satisfies(state -> {
            assertThat(state.fact()).isEqualTo("order.confirmed");
            assertThat(state.state()).containsEntry("completed", false).containsEntry("stream", "box-o-1");
        });
        assertThat(now().state()).containsEntry("completed", true);
    }

    @Test
    void anAggregateIsShownAsItWasAtATime() {
        Step confirmed = history().items().getFirst();

        assertThat(at(confirmed.recordedAt().toString()).state()).containsEntry("completed", false);
        assertThatThrownBy(() -> at(confirmed.recordedAt().minusSeconds(1).toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("had not begun");
    }

    @Test
    void theHistorySaysWhatEachEventChanged() {
        assertThat(history().items().getFirst().changes()).contains(new StateHistory.Change("stream", null, "box-o-1"));
        assertThat(history().items().getLast().changes())
                .containsExactly(new StateHistory.Change("completed", false, true));
    }

    @Test
    void aLongHistoryComesInPagesThatFitTogether() {
        StateHistory first = past.history("box", "o-1", -1, 1);
        assertThat(first.next()).isZero();
        StateHistory second = past.history("box", "o-1", 0, 1);

        assertThat(second.next()).isNull();
        assertThat(List.of(first.items().getFirst(), second.items().getFirst()))
                .isEqualTo(history().items());
    }

    @Test
    void whatDoesNotExistIsRefusedWithWhatDoes() {
        assertThatThrownBy(() -> past.at("cart", "1", Moment.parse(null))).hasMessageContaining("it has [box]");
        assertThatThrownBy(() -> past.at("box", "none", Moment.parse(null))).hasMessageContaining("no box none");
        assertThatThrownBy(() -> Moment.parse("yesterday")).hasMessageContaining("neither a position nor a time");
    }

    private PastState now() {
        return past.at("box", "o-1", Moment.parse(null));
    }

    private PastState at(String moment) {
        return past.at("box", "o-1", Moment.parse(moment));
    }

    private StateHistory history() {
        return past.history("box", "o-1", -1, 10);
    }
}
