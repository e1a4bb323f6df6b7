package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.Sql;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.FlowIndex.Counts;
import dev.troupe.viewer.index.Follower;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how flows fare: nobody but the viewer sees whole flows. Looks every few seconds, not at each scrape. */
public final class FlowMeters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlowMeters.class);
    private static final long EVERY_SECONDS = 5;
    private static final String[] QUANTILES = {"0.5", "0.95", "0.99"};

    private static final String LATENCY = """
            SELECT percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY latency_millis)
            FROM trace_viewer.flow WHERE kind = 'order' AND settled_at > now() - interval '5 minutes'""";

    private final Follower follower;
    private final FlowIndex flows;
    private final DataSource index;
    private final MultiGauge latency;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("flow-meters").daemon().factory());
    private volatile Counts counts = new Counts(0, 0, 0);

    /** Looks into an index as soon as it is there. */
    public FlowMeters(Follower follower, FlowIndex flows, DataSource index, MeterRegistry registry) {
        this.follower = follower;
        this.flows = flows;
        this.index = index;
        this.latency = MultiGauge.builder("troupe.flow.latency")
                .description(
                        "From the order to its completion or cancellation, of those that got there in the last five minutes")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("troupe.flows.open", () -> counts.open())
                .description("Flows under way")
                .register(registry);
        Gauge.builder("troupe.flows.stuck", () -> counts.stuck())
                .description("Flows in which something is overdue")
                .register(registry);
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        if (!follower.isFollowing()) {
            return;
        }
        try {
            counts = flows.counts();
            latency.register(Sql.query(index, LATENCY, FlowMeters::quantiles).getFirst(), true);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("How flows fare cannot be told: {}", e.getMessage());
        }
    }

    private static List<Row<?>> quantiles(ResultSet row) throws SQLException {
        List<Row<?>> rows = new ArrayList<>();
        Array found = row.getArray(1);
        if (found != null) {
            Long[] millis = (Long[]) found.getArray();
            for (int i = 0; i < QUANTILES.length; i++) {
                rows.add(Row.of(Tags.of("quantile", QUANTILES[i]), millis[i] / 1000.0));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
