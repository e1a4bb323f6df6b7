package dev.troupe.spring.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.ProjectionInfo;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayAudit;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Replays;
import dev.troupe.kit.replay.Selection;
import dev.troupe.kit.replay.Throttle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds the service's projections. */
@RestController
@RequestMapping("/operator")
@Tag(name = "Replays")
public class ReplayController {

    private final Replays replays;

    ReplayController(Troupe troupe) {
        this.replays = troupe.replays();
    }

    @GetMapping("/projections")
    @Operation(summary = "Lists what can be rebuilt")
    List<ProjectionInfo> projections() {
        return replays.projections();
    }

    @GetMapping("/projections/{name}/plan")
    @Operation(
            summary = "Says what a rebuild would do: from which events, which handlers, how long; changes nothing",
            description = "Measures by folding a sample of the events into a table that is then dropped.")
    @Parameter(
            name = "selection",
            in = ParameterIn.QUERY,
            description = "Which part of the events; all if nothing is given",
            style = ParameterStyle.FORM,
            explode = Explode.TRUE,
            schema = @Schema(implementation = Selection.class))
    ReplayPlan plan(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer eventsPerSecond,
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> query) {
        query.remove("eventsPerSecond");
        return replays.plan(new ReplayRequest(name, Selection.of(query), eventsPerSecond));
    }

    @PostMapping("/replays")
    @Operation(summary = "Begins to build a shadow beside the live projection")
    @ApiResponse(responseCode = "201", description = "It is under way; Location is where to look")
    ResponseEntity<Replay> start(@RequestBody ReplayRequest request) {
        Replay replay = replays.start(request, Operator.name());
        return ResponseEntity.created(URI.create("/operator/replays/" + replay.id()))
                .body(replay);
    }

    @GetMapping("/replays")
    @Operation(summary = "Lists all replays, the newest first")
    List<Replay> list() {
        return replays.list();
    }

    @GetMapping("/replays/{id}")
    @Operation(summary = "Shows a replay and how far it is")
    Replay show(@PathVariable String id) {
        return replays.show(id);
    }

    @GetMapping("/replays/{id}/audit")
    @Operation(summary = "Shows what was planned, and what was done to a replay, when and by whom")
    ReplayAudit audit(@PathVariable String id) {
        return replays.audit(id);
    }

    @PostMapping("/replays/{id}/pause")
    @Operation(summary = "Lets a replay wait until it is resumed")
    Replay pause(@PathVariable String id) {
        return replays.pause(id, Operator.name());
    }

    @PostMapping("/replays/{id}/resume")
    @Operation(summary = "Goes on with a paused replay")
    Replay resume(@PathVariable String id) {
        return replays.resume(id, Operator.name());
    }

    @PutMapping("/replays/{id}/throttle")
    @Operation(summary = "Changes how fast a replay goes at most, while it runs")
    Replay throttle(@PathVariable String id, @RequestBody Throttle throttle) {
        return replays.throttle(id, throttle.eventsPerSecond(), Operator.name());
    }

    @PostMapping("/replays/{id}/cancel")
    @Operation(summary = "Gives a replay up and drops its shadow")
    Replay cancel(@PathVariable String id) {
        return replays.cancel(id, Operator.name());
    }

    @GetMapping("/replays/{id}/comparison")
    @Operation(summary = "Compares the shadow with the live projection, row by row; changes neither")
    Comparison compare(@PathVariable String id) {
        return replays.compare(id, Operator.name());
    }

    @PostMapping("/replays/{id}/swap")
    @Operation(summary = "Makes the shadow the live projection, and keeps the former one")
    Replay swap(@PathVariable String id) {
        return replays.swap(id, Operator.name());
    }

    @PostMapping("/replays/{id}/rollback")
    @Operation(summary = "Makes the former projection the live one again")
    Replay rollback(@PathVariable String id) {
        return replays.rollback(id, Operator.name());
    }
}
