package dev.troupe.notification.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.ProjectionInfo;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Replays;
import dev.troupe.kit.replay.Throttle;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;

/** Rebuilds the service's projections. */
@Controller("/operator")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Replays")
class ReplayController {

    private final Replays replays;

    ReplayController(Troupe troupe) {
        this.replays = troupe.replays();
    }

    @Get("/projections")
    @Operation(summary = "Lists what can be rebuilt")
    List<ProjectionInfo> projections() {
        return replays.projections();
    }

    @Get("/projections/{name}/plan")
    @Operation(summary = "Says what a rebuild would do; changes nothing")
    ReplayPlan plan(@PathVariable String name) {
        return replays.plan(name);
    }

    @Post("/replays")
    @Operation(summary = "Begins to build a shadow beside the live projection")
    @ApiResponse(responseCode = "201", description = "It is under way; Location is where to look")
    HttpResponse<Replay> start(@Body ReplayRequest request) {
        Replay replay = replays.start(request.projection(), request.throttle(), Operator.name());
        return HttpResponse.created(replay, URI.create("/operator/replays/" + replay.id()));
    }

    @Get("/replays")
    @Operation(summary = "Lists all replays, the newest first")
    List<Replay> list() {
        return replays.list();
    }

    @Get("/replays/{id}")
    @Operation(summary = "Shows a replay and how far it is")
    Replay show(@PathVariable String id) {
        return replays.show(id);
    }

    @Post("/replays/{id}/pause")
    @Operation(summary = "Lets a replay wait until it is resumed")
    Replay pause(@PathVariable String id) {
        return replays.pause(id);
    }

    @Post("/replays/{id}/resume")
    @Operation(summary = "Goes on with a paused replay")
    Replay resume(@PathVariable String id) {
        return replays.resume(id);
    }

    @Put("/replays/{id}/throttle")
    @Operation(summary = "Changes how fast a replay goes at most, while it runs")
    Replay throttle(@PathVariable String id, @Body Throttle throttle) {
        return replays.throttle(id, throttle.eventsPerSecond());
    }

    @Post("/replays/{id}/cancel")
    @Operation(summary = "Gives a replay up and drops its shadow")
    Replay cancel(@PathVariable String id) {
        return replays.cancel(id);
    }

    @Get("/replays/{id}/comparison")
    @Operation(summary = "Compares the shadow with the live projection, row by row; changes neither")
    Comparison compare(@PathVariable String id) {
        return replays.compare(id);
    }

    @Post("/replays/{id}/swap")
    @Operation(summary = "Makes the shadow the live projection, and keeps the former one")
    Replay swap(@PathVariable String id) {
        return replays.swap(id);
    }

    @Post("/replays/{id}/rollback")
    @Operation(summary = "Makes the former projection the live one again")
    Replay rollback(@PathVariable String id) {
        return replays.rollback(id);
    }
}
