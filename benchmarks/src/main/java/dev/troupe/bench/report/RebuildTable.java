package dev.troupe.bench.report;

import dev.troupe.bench.flows.RebuildResult;

/** How a rebuild went, as a table in Markdown. */
public final class RebuildTable {

    private RebuildTable() {}

    /** The table. */
    public static String of(RebuildResult result) {
        return """
                | rebuild of the order summary from %,d facts | measured | goal |
                |---|---|---|
                | alone, as fast as it can | %s facts/s | 75,000/s |
                | events, charges and mails that came of it | %,d | 0 |
                | the shadow equals the live table | %s | yes |
                | beside orders, at the default pace | %s facts/s | 15,000/s |
                | 95th percentile from placing to completion, without and beside | %s and %s ms (%s×) | 1.3× |
                | the estimated end was off by at most, from the first tenth on | %s %% | 20 %% |
                """.formatted(
                        result.facts(),
                        Table.number(result.aloneFactsPerSecond()),
                        result.traces(),
                        result.sameDigest() ? "yes" : "**no**",
                        Table.number(result.besideFactsPerSecond()),
                        Table.number(result.latencyP95Before()),
                        Table.number(result.latencyP95Beside()),
                        Table.number(result.slower()),
                        Table.number(result.worstEstimate() * 100));
    }
}
