package dev.troupe.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.bench.measure.Row;
import dev.troupe.bench.report.Machine;
import dev.troupe.bench.report.Table;
import dev.troupe.demo.launch.Console;
import dev.troupe.operator.ExitCode;
import java.util.List;
import java.util.Map;

/** Says what is measured, for people at once and for programs at the end. */
final class Progress {

    private Progress() {}

    static void say(Console console, Row row) {
        console.say("%s (%s), goal: %s%s", row.work(), row.unit(), row.goalText(), row.met() ? "" : ", missed");
        row.medians()
                .forEach((name, median) -> console.say(
                        "  %-22s %14s %s  CPU µs: client %s, server %s",
                        name,
                        Table.number(median.value()),
                        row.ratio(name).isPresent()
                                ? "%8s×".formatted(Table.number(row.ratio(name).getAsDouble()))
                                : "",
                        Table.number(median.clientMicros()),
                        Table.number(median.serverMicros())));
    }

    /** The exit code: whether all goals are reached. */
    static int end(Console console, List<Row> rows, Machine machine, boolean json) throws JsonProcessingException {
        List<String> missed =
                rows.stream().filter(row -> !row.met()).map(Row::work).toList();
        console.say(missed.isEmpty() ? "All goals are reached." : "Missed: " + String.join("; ", missed));
        if (json) {
            console.answer(new JsonMapper().writeValueAsString(Map.of("machine", machine, "rows", rows)));
        }
        return (missed.isEmpty() ? ExitCode.OK : ExitCode.GOAL_MISSED).code();
    }
}
