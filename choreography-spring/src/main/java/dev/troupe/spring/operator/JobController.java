package dev.troupe.spring.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.job.JobOffice;
import dev.troupe.kit.job.WaitingJob;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that wait, and why. */
@RestController
@RequestMapping("/operator/jobs")
@Tag(name = "Jobs")
public class JobController {

    private final JobOffice office;

    JobController(Troupe troupe) {
        this.office = troupe.waitingJobs();
    }

    @GetMapping
    @Operation(summary = "Lists the jobs and deadlines that wait, those tried most often first")
    List<WaitingJob> list(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String flowId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(JobOffice.MAX_LIMIT) int limit) {
        return office.list(kind, flowId, limit);
    }

    @PostMapping("/{kind}/{key}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Has a job tried now instead of when it is due",
            description = "Problems: no-such-job (404), job-running (409). A deadline cannot be brought forward.")
    void tryNow(@PathVariable String kind, @PathVariable String key) {
        office.tryNow(kind, key, Operator.name());
    }
}
