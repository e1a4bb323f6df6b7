package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterDetails.Action;
import dev.troupe.kit.deadletter.DeadLetterOffice;
import dev.troupe.kit.deadletter.DeadLetterPage;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.Complete;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe troupe = Troupe.create(settings, database, telemetry, Shelf.choreography());
    private final DeadLetterOffice office = troupe.deadLetters();

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        Shelf.JOB_RUNS.clear();
        troupe.start();
    }

    @AfterEach
    void stop() {
        troupe.close();
        telemetry.close();
        database.close();
    }

    @Test
    void aLetterThatFailsAgainSaysSoAndStays() {
        DeadLetter letter = parked("d1");

        RetryOutcome outcome = office.retry(letter.id(), "ada");

        assertThat(outcome.handled()).isZero();
        assertThat(outcome.failures())
                .containsExactly(new RetryOutcome.Failure(letter.id(), "IllegalStateException: poisoned"));
        assertThat(office.show(letter.id()).letter().attempts()).isEqualTo(2);
        assertThat(office.show(letter.id()).history())
                .extracting(Action::kind, Action::by, Action::note)
                .containsExactly(tuple(Action.Kind.FAILED_AGAIN, "ada", "poisoned"));
    }

    @Test
    void aParkedFlowDrainsInOrderOnceTheFaultIsMended() {
        DeadLetter letter = parked("d1");
        troupe.commands().send(new Complete(new OrderId("d1")));
        await().until(() -> letters().size() == 2);
        assertThat(letters().get(1).causeMessage()).isNull();
        assertThat(office.show(letter.id()).behind()).isEqualTo(1);

        Shelf.POISONED.clear();
        assertThatThrownBy(() -> office.retry(letters().get(1).id(), "ada"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("earlier-letter-waits"));
        assertThat(office.retrySequence(letters().get(1).id(), "ada").handled()).isEqualTo(2);

        assertThat(letters()).isEmpty();
        await().untilAsserted(() -> assertThat(Shelf.JOB_RUNS).containsKey("d1"));
        assertThatThrownBy(() -> office.show(letter.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("handled by ada");
    }

    @Test
    void allFlowsDrainWithOneCall() {
        IntStream.range(0, 5).forEach(i -> parked("a" + i));
        Shelf.POISONED.remove("a0");

        RetryOutcome outcome = office.retryAll("ada");

        assertThat(outcome.handled()).isEqualTo(1);
        assertThat(outcome.failures()).hasSize(4);
    }

    @Test
    void anEditedPayloadIsUsedInsteadOfTheStoredOne() {
        DeadLetter letter = parked("e1");
        office.drop(parked("e2").id(), "its fact was given for e1", "ada");
        Map<String, Object> payload = Map.of("orderId", "e2", "warehouseId", "main");

        office.edit(letter.id(), payload, "it was for e2", "ada");
        assertThat(office.show(letter.id()).editedPayload()).isEqualTo(payload);
        assertThat(office.show(letter.id()).event().payload())
                .isEqualTo(Map.of("orderId", "e1", "warehouseId", "main"));
        Shelf.POISONED.clear();
        assertThat(office.retry(letter.id(), "bob").handled()).isEqualTo(1);

        await().untilAsserted(() -> assertThat(statusOf("e2")).isEqualTo(Status.COMPLETED));
        assertThat(statusOf("e1")).isEqualTo(Status.CONFIRMED);
        assertThat(
                        testDatabase.query(
                                "SELECT kind || ' ' || done_by || ' ' || coalesce(note, '') || ' '"
                                        + " || (payload ->> 'orderId') FROM shelf.dead_letter_history WHERE sequence = 'e1' ORDER BY id"))
                .containsExactly("EDITED ada it was for e2 e2", "HANDLED bob  e2");
    }

    @Test
    void aPayloadThatCannotTakeThePlaceOfTheStoredOneIsRefused() {
        long id = parked("e3").id();

        assertRefused("payload-missing", () -> office.edit(id, Map.of(), "why", "ada"));
        assertRefused("reason-missing", () -> office.edit(id, Map.of("orderId", "e3"), " ", "ada"));
        assertRefused("payload-unreadable", () -> office.edit(id, Map.of("ordreId", "e3"), "why", "ada"));
        assertRefused("payload-unreadable", () -> office.edit(id, Map.of("orderId", "not an id"), "why", "ada"));
        assertRefused("no-such-dead-letter", () -> office.edit(id + 1, Map.of("orderId", "e3"), "why", "ada"));
    }

    @Test
    void aDroppedLetterIsKeptWithItsReason() {
        DeadLetter letter = parked("d2");

        office.drop(letter.id(), "a test order", "ada");

        assertThat(letters()).isEmpty();
        assertThat(
                        testDatabase.query(
                                "SELECT kind || ' ' || sequence || ' ' || note || ' ' || done_by FROM shelf.dead_letter_history"))
                .containsExactly("DROPPED d2 a test order ada");
    }

    @Test
    void lettersAreFilteredAndPaged() {
        IntStream.range(0, 5).forEach(i -> parked("l" + i));

        DeadLetterPage first = office.list(new DeadLetterQuery(null, null, null, 0, 2));
        assertThat(first.items()).extracting(DeadLetter::flowId).hasSize(2);
        DeadLetterPage last = office.list(new DeadLetterQuery("shelf-reactions", null, "order.confirmed", 0, 5));
        assertThat(last.items()).hasSize(5);
        assertThat(last.next()).isNull();
        assertThat(office.list(new DeadLetterQuery(null, null, null, first.next() == null ? 0 : first.next(), 500))
                        .items())
                .hasSize(3);
        assertThat(office.list(new DeadLetterQuery(null, "l3", null, 0, 500)).items())
                .extracting(DeadLetter::flowId)
                .containsExactly("l3");
        assertThat(office.list(new DeadLetterQuery(null, null, "order.placed", 0, 500))
                        .items())
                .isEmpty();
    }

    private DeadLetter parked(String flow) {
        Shelf.POISONED.add(flow);
        troupe.commands().send(new Confirm(new OrderId(flow)));
        await().until(() ->
                letters().stream().anyMatch(letter -> letter.flowId().equals(flow)));
        return letters().stream()
                .filter(letter -> letter.flowId().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    private List<DeadLetter> letters() {
        return office.list(DeadLetterQuery.ALL).items();
    }

    private Status statusOf(String order) {
        return troupe.view(BoxProjection.class).find(order).orElseThrow().status();
    }

    private static void assertRefused(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }
}
