package dev.troupe.viewer.api;

import dev.troupe.viewer.dashboard.Board;
import dev.troupe.viewer.dashboard.Dashboard;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.FlowRow;
import dev.troupe.viewer.index.FlowSearch;
import dev.troupe.viewer.index.FlowStatus;
import dev.troupe.viewer.index.FlowSummary;
import dev.troupe.viewer.map.Cartographer;
import dev.troupe.viewer.map.SystemMap;
import dev.troupe.viewer.path.PathVariant;
import dev.troupe.viewer.path.Paths;
import dev.troupe.viewer.stuck.Debt;
import dev.troupe.viewer.stuck.Investigator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what concerns more than one flow. */
@RestController
@RequestMapping("/api")
@Tag(name = "Overview")
class OverviewController {

    /** Enough to see a pattern; the count says how many there are. */
    private static final int MOST_STUCK_SHOWN = 200;

    private final FlowIndex index;
    private final Investigator investigator;
    private final Cartographer cartographer;
    private final Paths paths;
    private final Board board;

    OverviewController(
            FlowIndex index, Investigator investigator, Cartographer cartographer, Paths paths, Board board) {
        this.index = index;
        this.investigator = investigator;
        this.cartographer = cartographer;
        this.paths = paths;
        this.board = board;
    }

    @GetMapping("/stuck")
    @Operation(summary = "Shows stuck flows: who owes which fact, and why it has not come")
    StuckFlows stuck() throws SQLException {
        Instant now = Instant.now();
        List<FlowRow> rows = index.search(FlowSearch.withStatus(FlowStatus.STUCK, MOST_STUCK_SHOWN));
        Map<String, List<Debt>> debts = investigator.debts(rows, now);
        return new StuckFlows(
                index.counts().stuck(),
                now,
                rows.stream()
                        .map(row -> new StuckFlow(
                                FlowSummary.of(row, now),
                                debts.getOrDefault(row.flowId(), List.of()).stream()
                                        .filter(Debt::overdue)
                                        .toList()))
                        .toList());
    }

    @GetMapping("/paths")
    @Operation(
            summary = "Shows the different ways that orders took, how often, and how long",
            description = "Of the newest 50,000 orders; a way is the set of facts that happened, mails apart.")
    List<PathVariant> paths() throws SQLException {
        return paths.find();
    }

    @GetMapping("/map")
    @Operation(summary = "Shows the choreography as declared, with what was observed laid over it")
    SystemMap map() throws SQLException {
        return cartographer.draw();
    }

    @GetMapping("/dashboard")
    @Operation(summary = "Shows how the system as a whole is doing")
    Dashboard dashboard() throws SQLException {
        return board.look();
    }

    /**
     * Stuck flows, the newest first.
     *
     * @param count how many there are, of which the newest are shown
     */
    record StuckFlows(long count, Instant now, List<StuckFlow> flows) {}

    /** A stuck flow and what is overdue in it. */
    record StuckFlow(FlowSummary flow, List<Debt> debts) {}
}
