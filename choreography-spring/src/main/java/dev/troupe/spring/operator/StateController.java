package dev.troupe.spring.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.state.Moment;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.PastStates;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.spring.http.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the service's aggregates as they were. */
@RestController
@RequestMapping("/operator/states")
@Tag(name = "States")
public class StateController {

    private final PastStates states;

    StateController(Troupe troupe) {
        this.states = troupe.pastStates();
    }

    @GetMapping
    @Operation(summary = "Lists the types of aggregates that can be looked at")
    List<String> aggregates() {
        return states.aggregates();
    }

    @GetMapping("/{aggregate}/{id}")
    @Operation(summary = "Shows an aggregate as it was at any position or time")
    PastState at(
            @PathVariable @Parameter(description = "A type of aggregate", example = "order") String aggregate,
            @PathVariable @Parameter(example = "o-1") String id,
            @RequestParam(required = false)
                    @Parameter(
                            description = "A position of the event store, or a time in ISO 8601; now unless said",
                            example = "2026-01-31T12:00:00Z")
                    @Nullable
                    String at) {
        return states.at(aggregate, id, Moment.parse(at));
    }

    @GetMapping("/{aggregate}/{id}/history")
    @Operation(summary = "Shows what each event did to an aggregate: the fields it changed, before and after")
    StateHistory history(
            @PathVariable @Parameter(description = "A type of aggregate", example = "order") String aggregate,
            @PathVariable @Parameter(example = "o-1") String id,
            @RequestParam(defaultValue = "-1")
                    @Parameter(description = "Begin after this place among the aggregate's events, which count from 0")
                    long after,
            @RequestParam(defaultValue = PageOf.DEFAULT_LIMIT) @Min(1) @Max(PageOf.MAX_LIMIT) int limit) {
        return states.history(aggregate, id, after, limit);
    }
}
