package dev.troupe.viewer.api;

import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.personal.PersonalValue;
import dev.troupe.viewer.personal.PersonalValues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is masked everywhere else. */
@RestController
@Tag(name = "Flows")
class PersonalDataController {

    private final EventLog eventLog;
    private final PersonalValues values;

    PersonalDataController(EventLog eventLog, PersonalValues values) {
        this.eventLog = eventLog;
        this.values = values;
    }

    @GetMapping("/api/flows/{flowId}/personal-data")
    @Operation(
            summary = "Shows the personal values of a flow",
            description = "Needs the role personal-data, and it is recorded who looked.")
    List<PersonalValue> show(@PathVariable @Parameter(example = "o-1") String flowId) {
        return values.in(eventLog.eventsOfFlow(flowId));
    }
}
