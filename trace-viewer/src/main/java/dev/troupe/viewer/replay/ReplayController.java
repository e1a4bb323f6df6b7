package dev.troupe.viewer.replay;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.ProjectionInfo;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayAudit;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Selection;
import dev.troupe.kit.replay.Throttle;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.ServiceRefused;
import dev.troupe.replay.ReplayClient;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The replays of all services in one place, by the same paths as those of each. It has no rights of its own: what a request may do depends on
 * the token it brings, which is passed on.
 */
@RestController
@RequestMapping("/operator")
@Tag(name = "Replays")
class ReplayController {

    private static final Map<String, BiFunction<ReplayClient, String, Replay>> VERBS = Map.of(
            "pause", ReplayClient::pause,
            "resume", ReplayClient::resume,
            "cancel", ReplayClient::cancel,
            "swap", ReplayClient::swap,
            "rollback", ReplayClient::rollback);

    private final ReplayClient client;

    ReplayController(ReplayClient client) {
        this.client = client;
    }

    @GetMapping("/projections")
    @Operation(summary = "Lists what can be rebuilt in all services")
    List<ProjectionInfo> projections() {
        return ask(ReplayClient::projections);
    }

    @GetMapping("/projections/{name}/plan")
    @Operation(summary = "Says what a rebuild would do; changes nothing")
    ReplayPlan plan(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer eventsPerSecond,
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> query) {
        query.remove("eventsPerSecond");
        ReplayRequest request = new ReplayRequest(name, Selection.of(query), eventsPerSecond);
        return ask(replays -> replays.plan(request));
    }

    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins to build a shadow beside the live projection")
    Replay start(@RequestBody ReplayRequest request) {
        return ask(replays -> replays.start(request));
    }

    @GetMapping("/replays")
    @Operation(summary = "Lists the replays of all services, the newest first")
    List<Replay> list() {
        return ask(ReplayClient::list);
    }

    @GetMapping("/replays/{id}")
    @Operation(summary = "Shows a replay and how far it is")
    Replay show(@PathVariable String id) {
        return ask(replays -> replays.show(id));
    }

    @GetMapping("/replays/{id}/audit")
    @Operation(summary = "Shows what was planned, and what was done to a replay, when and by whom")
    ReplayAudit audit(@PathVariable String id) {
        return ask(replays -> replays.audit(id));
    }

    @GetMapping("/replays/{id}/comparison")
    @Operation(summary = "Compares the shadow with the live projection, row by row")
    Comparison compare(@PathVariable String id) {
        return ask(replays -> replays.compare(id));
    }

    @PutMapping("/replays/{id}/throttle")
    @Operation(summary = "Changes how fast a replay goes at most, while it runs")
    Replay throttle(@PathVariable String id, @RequestBody Throttle throttle) {
        return ask(replays -> replays.throttle(id, throttle.eventsPerSecond()));
    }

    @PostMapping("/replays/{id}/{verb}")
    @Operation(summary = "Pauses, resumes, cancels, swaps or rolls back a replay")
    Replay change(@PathVariable String id, @PathVariable String verb) {
        BiFunction<ReplayClient, String, Replay> change = VERBS.get(verb);
        if (change == null) {
            throw new Refusal("not-found", 404, "A replay cannot be told to '%s'.".formatted(verb));
        }
        return ask(replays -> change.apply(replays, id));
    }

    private <T> T ask(Function<ReplayClient, T> request) {
        try {
            return request.apply(client);
        } catch (ServiceRefused refused) {
            throw new Refusal(refused.type(), refused.status(), refused.detail());
        } catch (CommandFailure failure) {
            String reason = String.valueOf(failure.getMessage());
            throw failure.exitCode() == ExitCode.REFUSED
                    ? new Refusal("not-found", 404, reason)
                    : new Refusal("service-away", 502, reason);
        }
    }
}
