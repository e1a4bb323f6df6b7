package dev.troupe.viewer.api;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.state.EventState;
import dev.troupe.viewer.state.EventStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Shows what single events did. */
@RestController
@Tag(name = "Flows")
class EventController {

    private final EventLog eventLog;
    private final EventStates states;

    EventController(EventLog eventLog, EventStates states) {
        this.eventLog = eventLog;
        this.states = states;
    }

    @GetMapping("/api/events/{position}/state")
    @Operation(
            summary = "Shows what an event did to the aggregate that published it",
            description = "Asked of the service that owns the aggregate; the answer says so if it cannot be told.")
    EventState state(
            @PathVariable @Parameter(description = "The event's position", example = "1") long position,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Parameter(hidden = true) @Nullable
                    String authorization) {
        return eventLog.eventsAt(List.of(position)).stream()
                .findFirst()
                .map(event -> states.of(event, authorization))
                .orElseThrow(() -> new Refusal("event-not-found", 404, "There is no event at this position."));
    }
}
