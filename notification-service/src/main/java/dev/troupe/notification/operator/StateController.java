package dev.troupe.notification.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.state.Moment;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.PastStates;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.notification.http.InvalidRequestException;
import dev.troupe.notification.http.Mistake;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the service's aggregates as they were. */
@Controller("/operator/states")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "States")
class StateController {

    private static final int MAX_LIMIT = 500;

    private final PastStates states;

    StateController(Troupe troupe) {
        this.states = troupe.pastStates();
    }

    @Get
    @Operation(summary = "Lists the types of aggregates that can be looked at")
    List<String> aggregates() {
        return states.aggregates();
    }

    @Get("/{aggregate}/{id}")
    @Operation(summary = "Shows an aggregate as it was at any position or time")
    PastState at(
            @PathVariable @Parameter(description = "A type of aggregate", example = "notification") String aggregate,
            @PathVariable @Parameter(example = "order-confirmed-o-1") String id,
            @QueryValue
                    @Parameter(
                            description = "A position of the event store, or a time in ISO 8601; now unless said",
                            example = "2026-01-31T12:00:00Z")
                    @Nullable
                    String at) {
        return states.at(aggregate, id, Moment.parse(at));
    }

    @Get("/{aggregate}/{id}/history")
    @Operation(summary = "Shows what each event did to an aggregate: the fields it changed, before and after")
    StateHistory history(
            @PathVariable @Parameter(description = "A type of aggregate", example = "notification") String aggregate,
            @PathVariable @Parameter(example = "order-confirmed-o-1") String id,
            @QueryValue(defaultValue = "-1")
                    @Parameter(description = "Begin after this place among the aggregate's events, which count from 0")
                    long after,
            @QueryValue(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidRequestException(List.of(new Mistake("limit", "must be 1 to " + MAX_LIMIT)));
        }
        return states.history(aggregate, id, after, limit);
    }
}
