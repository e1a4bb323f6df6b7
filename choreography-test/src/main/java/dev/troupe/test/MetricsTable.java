package dev.troupe.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/reference/metrics.md} says, held against what a service tells Prometheus. */
public final class MetricsTable {

    private static final Pattern TOLD = Pattern.compile("^# TYPE (troupe_[a-z_]+)", Pattern.MULTILINE);

    /** Some services have nothing to tell of these until something happens. */
    private static final Set<String> OCCASIONAL = Set.of(
            "troupe_dead_letters",
            "troupe_replay_progress",
            "troupe_reaction_latency_seconds",
            "troupe_input_rejected_total",
            "troupe_quarantine_held_total",
            "troupe_flow_latency_seconds");

    private MetricsTable() {}

    /**
     * What is wrong: metrics that are told and not in the table, and metrics in the table that are not told.
     *
     * @param service whose they are
     * @param scrape what it told Prometheus
     */
    public static List<String> mistakes(String service, String scrape) throws IOException {
        Set<String> told = new TreeSet<>();
        for (Matcher found = TOLD.matcher(scrape); found.find(); ) {
            told.add(found.group(1).replaceAll("_max$", ""));
        }
        Map<String, String> documented = documented();
        Set<String> missing = new TreeSet<>();
        documented.forEach((metric, by) -> {
            if (isToldBy(by, service) && !OCCASIONAL.contains(metric) && !told.contains(metric)) {
                missing.add(metric + " is in the table and not told");
            }
        });
        told.stream()
                .filter(metric -> !isToldBy(documented.getOrDefault(metric, ""), service))
                .forEach(metric -> missing.add(metric + " is told and not in the table"));
        return List.copyOf(missing);
    }

    private static boolean isToldBy(String by, String service) {
        return by.equals("all") || by.contains(service) || by.equals("every service") && service.endsWith("-service");
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/reference/metrics.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 7 && cells[1].strip().startsWith("`troupe_")) {
                metrics.put(cells[1].strip().replace("`", ""), cells[2].strip());
            }
        }
        return metrics;
    }
}
