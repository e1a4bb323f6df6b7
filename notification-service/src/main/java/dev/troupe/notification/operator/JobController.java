package dev.troupe.notification.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.job.JobOffice;
import dev.troupe.kit.job.WaitingJob;
import dev.troupe.notification.http.InvalidRequestException;
import dev.troupe.notification.http.Mistake;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs that wait, and why. */
@Controller("/operator/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
class JobController {

    private final JobOffice office;

    JobController(Troupe troupe) {
        this.office = troupe.waitingJobs();
    }

    @Get
    @Operation(summary = "Lists the jobs that wait, those tried most often first")
    List<WaitingJob> list(
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String flowId,
            @QueryValue(defaultValue = "50") @Parameter(description = "1 to 500") int limit) {
        if (limit < 1 || limit > JobOffice.MAX_LIMIT) {
            throw new InvalidRequestException(
                    List.of(new Mistake("limit", "must be a whole number from 1 to " + JobOffice.MAX_LIMIT)));
        }
        return office.list(kind, flowId, limit);
    }

    @Post("/{kind}/{key}/retry")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Has a job tried now instead of when it is due",
            description = "Problems: no-such-job (404), job-running (409).")
    void tryNow(@PathVariable String kind, @PathVariable String key) {
        office.tryNow(kind, key, Operator.name());
    }
}
