package dev.troupe.quarantine;

import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.operator.TextTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says to people what programs get as JSON. */
final class QuarantineText {

    private QuarantineText() {}

    static String of(List<QuarantineEntry> entries) {
        if (entries.isEmpty()) {
            return "Nothing is in quarantine.";
        }
        TextTable table = new TextTable("ID", "STATE", "REASON", "SOURCE", "ROWS", "SINCE");
        entries.forEach(entry ->
                table.row(entry.id(), entry.state(), entry.reason(), entry.source(), rows(entry), entry.heldAt()));
        Map<String, Long> byReason = entries.stream()
                .collect(Collectors.groupingBy(QuarantineEntry::reason, TreeMap::new, Collectors.counting()));
        return "%s%n%n%s: %s".formatted(table, entries.size() == 1 ? "1 entry" : entries.size() + " entries", byReason);
    }

    static String of(QuarantineEntry entry) {
        return """
            Entry %d from %s%s: %s
            %s (%s)%s\
            """.formatted(
                        entry.id(),
                        entry.source(),
                        rows(entry).isEmpty() ? "" : ", row " + rows(entry),
                        entry.state(),
                        entry.detail(),
                        entry.reason(),
                        lines(
                                "\nAs it came:\n", entry.content(),
                                "\nReleased as order ", entry.releasedAs(),
                                "\nDecided by ", entry.decidedBy(),
                                "\nBecause: ", entry.decision()));
    }

    private static String rows(QuarantineEntry entry) {
        if (entry.firstRow() == null) {
            return "";
        }
        return entry.firstRow().equals(entry.lastRow()) || entry.lastRow() == null
                ? entry.firstRow().toString()
                : entry.firstRow() + "-" + entry.lastRow();
    }

    private static String lines(@Nullable String... labelsAndValues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            if (labelsAndValues[i + 1] != null) {
                text.append(labelsAndValues[i]).append(labelsAndValues[i + 1]);
            }
        }
        return text.toString();
    }
}
