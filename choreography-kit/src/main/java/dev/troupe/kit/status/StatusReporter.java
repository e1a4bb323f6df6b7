package dev.troupe.kit.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.metrics.RefusedRequests;
import dev.troupe.kit.metrics.ServiceGauges;
import dev.troupe.kit.processor.BatchProcessor;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.serialization.UnknownFacts;
import dev.troupe.kit.store.EventSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the service declares, at start, and how its processors are, every two seconds, to the one place where everybody looks; a
 * process that has not written for six seconds is taken for down.
 */
public final class StatusReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusReporter.class);
    private static final long EVERY_MILLIS = 2_000;

    private final DataSource dataSource;
    private final TroupeSettings settings;
    private final Choreography choreography;
    private final List<BatchProcessor> processors;
    private final EventSource source;
    private final UnknownFacts unknownFacts;
    private final MeterRegistry meters;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("status-reporter").daemon().factory());
    private volatile boolean reachable;
    private @Nullable ServiceGauges gauges;

    /** Reports on the given processors. */
    public StatusReporter(
            DataSource dataSource,
            TroupeSettings settings,
            Choreography choreography,
            List<BatchProcessor> processors,
            EventSource source,
            UnknownFacts unknownFacts,
            MeterRegistry meters) {
        this.unknownFacts = unknownFacts;
        this.meters = meters;
        this.dataSource = dataSource;
        this.settings = settings;
        this.choreography = choreography;
        this.processors = processors;
        this.source = source;
    }

    /** Has these told whatever is reported; to be called before the start. */
    public void tell(ServiceGauges told) {
        gauges = told;
    }

    /** Declares, and begins to report. */
    public void start() {
        declare();
        forgetTheDead();
        report();
        timer.scheduleWithFixedDelay(this::report, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether the last report could be written, so the database can be reached. */
    public boolean isReachable() {
        return reachable;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        write(
                "DELETE FROM choreography.instance WHERE service = ? AND instance = ?",
                settings.service(),
                settings.instance());
    }

    private void declare() {
        write("""
                INSERT INTO choreography.declaration (service, version, declared) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (service) DO UPDATE SET version = EXCLUDED.version, declared = EXCLUDED.declared, declared_at = now()""", settings.service(), settings.version(), json(Declaration.of(choreography)));
    }

    /** A process that was killed leaves its last words; nobody needs them once others have worked for an hour. */
    private void forgetTheDead() {
        write(
                "DELETE FROM choreography.instance WHERE service = ? AND seen_at < now() - interval '1 hour'",
                settings.service());
    }

    private void report() {
        try {
            ServiceStatus status = new ServiceStatus(
                    source.head().value(),
                    processors.stream()
                            .flatMap(processor -> processor.status().stream())
                            .toList(),
                    unknownFacts.counts(),
                    RefusedRequests.counted(meters));
            reachable = write("""
                    INSERT INTO choreography.instance (service, instance, status) VALUES (?, ?, ?::jsonb)
                    ON CONFLICT (service, instance) DO UPDATE SET status = EXCLUDED.status, seen_at = now()""", settings.service(), settings.instance(), json(status));
            tell(status);
        } catch (RuntimeException e) {
            reachable = false;
            LOG.warn("The status of this service cannot be reported: {}", e.getMessage());
        }
    }

    private void tell(ServiceStatus status) {
        try {
            if (gauges != null) {
                gauges.update(status.head(), status.segments());
            }
        } catch (SQLException e) {
            LOG.warn("The metrics of this service cannot be told: {}", e.getMessage());
        }
    }

    private boolean write(String sql, String... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            LOG.warn("The status of this service cannot be written: {}", e.getMessage());
            return false;
        }
    }

    private static String json(Object value) {
        try {
            return FactMapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The status of this service cannot be written as JSON", e);
        }
    }

    /**
     * How the service is.
     *
     * @param head the newest position of the event store
     * @param segments how far its processors are
     * @param unknownFacts how often facts passed it by that it does not know, by their names
     * @param refusedRequests how many requests it has refused since it was started, by their reasons
     */
    public record ServiceStatus(
            long head,
            List<BatchProcessor.SegmentStatus> segments,
            @Nullable Map<String, Long> unknownFacts,
            @Nullable Map<String, Long> refusedRequests) {}
}
