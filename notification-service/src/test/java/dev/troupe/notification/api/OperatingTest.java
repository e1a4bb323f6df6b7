package dev.troupe.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.events.OrderLine;
import dev.troupe.events.OrderOrigin;
import dev.troupe.events.Sku;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.access.Role;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.state.StateHistory.Change;
import dev.troupe.operator.ServiceRefused;
import dev.troupe.operator.Services;
import dev.troupe.replay.ReplayClient;
import dev.troupe.state.StateClient;
import dev.troupe.test.TestTokens;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The operator surface as the command line and the trace viewer use it: the same as that of the Spring services. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatingTest implements TestPropertyProvider {

    private static final OrderId ORDER = new OrderId("o-1");
    private static final String NOTIFICATION = "order-confirmed-o-1";

    private final Surroundings surroundings = new Surroundings();
    private final PlantedOrders others = new PlantedOrders(surroundings.database);

    @Inject
    EmbeddedServer server;

    @Inject
    SealedValues sealedValues;

    private ReplayClient replays;
    private StateClient states;

    @Override
    public Map<String, String> getProperties() {
        return surroundings.properties();
    }

    @BeforeAll
    void tellACustomer() {
        Services services = new Services(
                Map.of("notification", URI.create("http://127.0.0.1:" + server.getPort())),
                () -> TestTokens.of("tester", Role.READ, Role.OPERATE));
        replays = new ReplayClient(services);
        states = new StateClient(services);
        others.happened(ORDER.stream(), ORDER.value(), placed());
        others.happened(ORDER.stream(), ORDER.value(), new OrderConfirmed(ORDER, WarehouseId.MAIN));
        await().until(() ->
                replays.plan(ReplayRequest.of("notification_summary", 0)).events() == 2);
    }

    @AfterAll
    void leave() {
        others.close();
        surroundings.close();
    }

    @Test
    void aProjectionIsRebuiltComparedSwappedAndTakenBackAndNobodyIsWrittenTo() {
        Replay replay = replays.start(new ReplayRequest("notification_summary", null, null));
        await().until(() -> replays.show(replay.id()).state() == State.CAUGHT_UP);

        assertThat(replays.compare(replay.id()).isEqual()).isTrue();
        assertThat(replays.swap(replay.id()).state()).isEqualTo(State.SWAPPED);
        assertThat(replays.rollback(replay.id()).state()).isEqualTo(State.ROLLED_BACK);

        assertThat(surroundings.mails.getReceivedMessages()).hasSize(1);
        assertThat(replays.audit(replay.id()).acts())
                .filteredOn(act -> act.act().equals("SWAPPED"))
                .singleElement()
                .satisfies(act -> assertThat(act.actor()).isEqualTo("tester"));
        assertThatThrownBy(() -> replays.swap(replay.id())).isInstanceOfSatisfying(ServiceRefused.class, refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("replay-in-wrong-state");
        });
    }

    @Test
    void aNotificationIsSeenBeforeAndAfterItWasSent() {
        var steps = states.history("notification", NOTIFICATION).items();
        assertThat(steps.getLast().changes()).containsExactly(new Change("status", "REQUESTED", "SENT"));
        String requested = Long.toString(steps.getFirst().position());
        assertThat(states.at("notification", NOTIFICATION, requested).state()).containsEntry("status", "REQUESTED");
        assertThatThrownBy(() -> states.at("notification", NOTIFICATION, "soon"))
                .isInstanceOfSatisfying(ServiceRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(400));
    }

    private OrderPlaced placed() {
        return new OrderPlaced(
                ORDER,
                new CustomerId("customer-1"),
                CustomerTier.STANDARD,
                sealedValues.seal(
                        "customer-1",
                        Map.of("name", "Ada Abbott", "email", "ada@example.com", "address", "1 Mill Road")),
                "United Kingdom",
                "GBP",
                List.of(new OrderLine(new Sku("MUG"), 2, 475)),
                950,
                Instant.parse("2010-12-01T08:26:00Z"),
                OrderOrigin.API,
                WarehouseId.MAIN);
    }
}
