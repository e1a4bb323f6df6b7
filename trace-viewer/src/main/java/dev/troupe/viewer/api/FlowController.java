package dev.troupe.viewer.api;

import dev.troupe.kit.problem.Refusal;
import dev.troupe.spring.http.PageOf;
import dev.troupe.viewer.flow.FlowDetails;
import dev.troupe.viewer.flow.FlowFinder;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.index.FlowSearch;
import dev.troupe.viewer.index.FlowStatus;
import dev.troupe.viewer.index.FlowSummary;
import dev.troupe.viewer.index.Follower;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds flows. */
@RestController
@RequestMapping("/api/flows")
@Tag(name = "Flows")
class FlowController {

    private final FlowIndex index;
    private final FlowFinder finder;
    private final Follower follower;

    FlowController(FlowIndex index, FlowFinder finder, Follower follower) {
        this.index = index;
        this.finder = finder;
        this.follower = follower;
    }

    @GetMapping
    @Operation(summary = "Finds flows, the newest first", description = "Everything that is given must hold.")
    ResponseEntity<PageOf<FlowSummary>> search(
            @RequestParam(required = false)
                    @Parameter(description = "The beginning of a flow's id, or a whole customer id or SKU")
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable FlowStatus status,
            @RequestParam(required = false)
                    @Parameter(description = "A fact that has happened", example = "payment.declined")
                    @Nullable
                    String type,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false)
                    @Parameter(description = "The way it took, as /api/paths names it")
                    @Nullable
                    String path,
            @RequestParam(required = false)
                    @Parameter(description = "COMPLETED, CANCELLED, or why it was cancelled", example = "DECLINED")
                    @Nullable
                    String outcome,
            @RequestParam(required = false)
                    @Parameter(description = "Began at least so many seconds ago", example = "60")
                    @Min(0)
                    @Nullable
                    Long minAge,
            @RequestParam(required = false)
                    @Parameter(description = "Began at most so many seconds ago")
                    @Min(0)
                    @Nullable
                    Long maxAge,
            @RequestParam(required = false)
                    @Parameter(description = "Took or takes at least so many milliseconds", example = "1000")
                    @Min(0)
                    @Nullable
                    Long minDuration,
            @RequestParam(required = false)
                    @Parameter(description = "What the page before called next")
                    @Min(1)
                    @Nullable
                    Long after,
            @RequestParam(defaultValue = PageOf.DEFAULT_LIMIT) @Min(1) @Max(PageOf.MAX_LIMIT) int limit)
            throws SQLException {
        Instant now = Instant.now();
        List<FlowRow> rows = index.search(new FlowSearch(
                q,
                status,
                type,
                customer,
                sku,
                path,
                outcome,
                ago(now, maxAge),
                ago(now, minAge),
                minDuration,
                after,
                limit + 1));
        boolean more = rows.size() > limit;
        List<FlowSummary> items =
                rows.stream().limit(limit).map(row -> FlowSummary.of(row, now)).toList();
        return ResponseEntity.ok()
                .header(PageOf.AS_OF_POSITION, Long.toString(follower.position()))
                .body(new PageOf<>(
                        items, more ? Long.toString(rows.get(limit - 1).firstPosition()) : null));
    }

    @GetMapping("/{flowId}")
    @Operation(summary = "Shows a flow: what happened, who owes what, and why it has not come")
    FlowDetails flow(@PathVariable @Parameter(example = "o-1") String flowId) throws SQLException {
        return finder.find(flowId)
                .orElseThrow(
                        () -> new Refusal(
                                "flow-not-found",
                                404,
                                "There is no flow of this id; a flow is named by the order, delivery or adjustment it is about."));
    }

    private static @Nullable Instant ago(Instant now, @Nullable Long seconds) {
        return seconds == null ? null : now.minus(Duration.ofSeconds(seconds));
    }
}
