package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.troupe.kit.access.Role;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayAct;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.state.StateHistory.Change;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.ServiceRefused;
import dev.troupe.operator.Services;
import dev.troupe.replay.ReplayClient;
import dev.troupe.replay.ReplayCommand;
import dev.troupe.state.StateClient;
import dev.troupe.test.TestTokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The operator surface as the command line and the trace viewer use it. */
@ExtendWith(RunningOrderService.Shared.class)
class OperatingTest {

    private static final String TOKEN = TestTokens.of("tester", Role.READ, Role.OPERATE);

    private final RunningOrderService service;
    private final ReplayClient replays;
    private final StateClient states;
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    OperatingTest(RunningOrderService service) {
        this.service = service;
        Services services = service.operated(TOKEN);
        this.replays = new ReplayClient(services);
        this.states = new StateClient(services);
    }

    @Test
    void aWrongSumIsFoundRepairedAndTakenBack() {
        String id = placedOrder();
        service.query("UPDATE order_summary.order_summary SET total_minor = 1 WHERE order_id = '%s' RETURNING 1"
                .formatted(id));

        Replay replay = replays.start(ReplayRequest.of("order_summary", 0));
        await().until(() -> replays.show(replay.id()).state() == State.CAUGHT_UP);
        Comparison comparison = replays.compare(replay.id());
        assertThat(comparison.samples()).anySatisfy(row -> {
            assertThat(row.key()).isEqualTo(id);
            assertThat(row.columns()).containsExactly("total_minor");
        });

        assertThat(replays.swap(replay.id()).state()).isEqualTo(State.SWAPPED);
        assertThat(totalOf(id)).isEqualTo("2450");
        assertThat(replays.rollback(replay.id()).state()).isEqualTo(State.ROLLED_BACK);
        assertThat(totalOf(id)).isEqualTo("1");
        service.query("UPDATE order_summary.order_summary SET total_minor = 2450 WHERE order_id = '%s' RETURNING 1"
                .formatted(id));
    }

    @Test
    void aReplayIsPausedThrottledResumedAndCancelled() {
        placedOrder();
        Replay replay = replays.start(ReplayRequest.of("order_summary", 1));
        assertThat(replays.pause(replay.id()).state()).isEqualTo(State.PAUSED);
        assertThat(replays.throttle(replay.id(), 2).eventsPerSecond()).isEqualTo(2);
        assertThat(replays.resume(replay.id()).state()).isEqualTo(State.RUNNING);
        assertThat(replays.cancel(replay.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(replays.list()).extracting(Replay::id).contains(replay.id());
        assertThat(replays.audit(replay.id()).acts())
                .extracting(ReplayAct::act, ReplayAct::actor)
                .contains(tuple("STARTED", "tester"), tuple("THROTTLED", "tester"), tuple("CANCELLED", "tester"));
    }

    @Test
    void aCommandTellsAProgramThatSomethingDiffers() {
        String id = placedOrder();
        service.query("UPDATE order_summary.order_summary SET total_minor = 1 WHERE order_id = '%s' RETURNING 1"
                .formatted(id));

        assertThat(command("verify", "order_summary")).isEqualTo(ExitCode.DIFFERENT.code());
        assertThat(said.toString()).contains(id, "total_minor: live 1, shadow 2450");

        assertThat(command("start", "order_summary", "--flow", id)).isEqualTo(ExitCode.OK.code());
        String replay = replays.list().getFirst().id();
        assertThat(command("watch", replay)).isEqualTo(ExitCode.OK.code());
        assertThat(command("swap", replay)).isEqualTo(ExitCode.OK.code());
        assertThat(totalOf(id)).isEqualTo("2450");
        assertThat(command("show", replay, "--json")).isEqualTo(ExitCode.OK.code());
        assertThat(said.toString()).contains("\"act\":\"SWAPPED\"", "\"flow\":\"%s\"".formatted(id));
    }

    @Test
    void whoHasNoTokenMayLookButNotChange() {
        ReplayClient stranger = new ReplayClient(service.operated(null));
        assertThat(stranger.plan(ReplayRequest.of("order_summary", 0)).refusal())
                .isNull();
        assertThatThrownBy(() -> stranger.start(ReplayRequest.of("order_summary", 0)))
                .isInstanceOfSatisfying(ServiceRefused.class, refused -> assertThat(refused.exitCode())
                        .isEqualTo(ExitCode.NOT_ALLOWED));
    }

    @Test
    void whatTheServiceRefusesIsSaidWithItsReason() {
        assertThatThrownBy(() -> replays.plan(ReplayRequest.of("nothing", 0)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("order_summary");
        assertThatThrownBy(() -> states.at("order", newOrderId(), null))
                .isInstanceOfSatisfying(ServiceRefused.class, refused -> {
                    assertThat(refused.type()).isEqualTo("no-such-aggregate");
                    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
                });
    }

    @Test
    void anOrderIsSeenBeforeAndAfterItsCancellation() {
        String id = placedOrder();
        service.post("/orders/" + id + "/cancellation", "");

        var steps = states.history("order", id).items();
        assertThat(steps.getLast().changes()).contains(new Change("status", "PLACED", "CANCELLED"));
        String placed = Long.toString(steps.getFirst().position());
        assertThat(states.at("order", id, placed).state()).containsEntry("status", "PLACED");
        assertThat(states.at("order", id, null).state().toString())
                .contains("CANCELLED", "sealed, of")
                .doesNotContain("ciphertext");
    }

    private int command(String... arguments) {
        said.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--service",
                "order=" + service.address(),
                "--token-file",
                tokenFile().toString()));
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new ReplayCommand()).setOut(out).setErr(out).execute(all.toArray(String[]::new));
    }

    private Path tokenFile() {
        try {
            return Files.writeString(folder.resolve("token"), TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String placedOrder() {
        String id = newOrderId();
        service.place(orderBody(id));
        await().until(() -> !service.query(
                        "SELECT 1 FROM order_summary.order_summary WHERE order_id = '%s'".formatted(id))
                .isEmpty());
        return id;
    }

    private String totalOf(String id) {
        return service.query("SELECT total_minor FROM order_summary.order_summary WHERE order_id = '%s'".formatted(id))
                .getFirst();
    }
}
