package dev.troupe.notification.access;

import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.access.OperatorCalls.RecordedCall;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what operators did. */
@Controller("/operator/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operators' calls")
class OperatorCallController {

    private static final int MAX_LIMIT = 500;

    private final OperatorCalls calls;

    OperatorCallController(OperatorCalls calls) {
        this.calls = calls;
    }

    @Get
    @Operation(summary = "Lists what operators did, and what they were refused; the newest first")
    List<RecordedCall> list(@QueryValue @Nullable Long before, @QueryValue(defaultValue = "50") int limit) {
        return calls.list(before, Math.clamp(limit, 1, MAX_LIMIT));
    }
}
