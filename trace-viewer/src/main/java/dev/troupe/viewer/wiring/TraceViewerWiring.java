package dev.troupe.viewer.wiring;

import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.store.EventLog;
import dev.troupe.viewer.dashboard.Board;
import dev.troupe.viewer.dashboard.FlowMeters;
import dev.troupe.viewer.dashboard.Objectives;
import dev.troupe.viewer.dashboard.Pulse;
import dev.troupe.viewer.flow.FlowFinder;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.Follower;
import dev.troupe.viewer.index.IngestLag;
import dev.troupe.viewer.index.Retention;
import dev.troupe.viewer.map.Cartographer;
import dev.troupe.viewer.path.Paths;
import dev.troupe.viewer.personal.PersonalValues;
import dev.troupe.viewer.span.SpanStore;
import dev.troupe.viewer.state.EventStates;
import dev.troupe.viewer.state.ServiceAddresses;
import dev.troupe.viewer.stuck.Investigator;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the viewer is made of. */
@Configuration(proxyBeanMethods = false)
public class TraceViewerWiring {

    @Bean
    static TroupeSettings troupeSettings(Environment environment) {
        return TroupeSettings.from(
                environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("spring.application.version", "dev"),
                environment::getProperty);
    }

    @Bean
    static ServiceDatabase serviceDatabase(TroupeSettings settings) {
        return ServiceDatabase.open(settings);
    }

    /** Who looked at personal data is written down before it is shown. */
    @Bean
    static OperatorCalls operatorCalls(ServiceDatabase database) {
        return new OperatorCalls(database.writer(), "trace_viewer");
    }

    @Bean
    static PersonalValues personalValues(TroupeSettings settings, ServiceDatabase database) {
        return new PersonalValues(() -> SealedValues.create(settings, database));
    }

    @Bean
    static EventLog eventLog(TroupeSettings settings, ServiceDatabase database) {
        return settings.eventStore().openLog(settings.service(), database.reader());
    }

    @Bean
    static IngestLag ingestLag() {
        return new IngestLag();
    }

    @Bean
    static Follower follower(ServiceDatabase database, EventLog eventLog, IngestLag lag, Environment environment) {
        Retention retention = new Retention(
                environment.getRequiredProperty("troupe.viewer.keep-for", Duration.class),
                environment.getRequiredProperty("troupe.viewer.keep-flows", Long.class));
        return new Follower(database, eventLog, lag, retention);
    }

    @Bean
    static FlowIndex flowIndex(ServiceDatabase database) {
        return new FlowIndex(database.writer());
    }

    @Bean
    static Investigator investigator(ServiceDatabase database, EventLog eventLog) {
        return new Investigator(database.reader(), eventLog);
    }

    @Bean
    static FlowFinder flowFinder(
            FlowIndex index, EventLog eventLog, ServiceDatabase database, Investigator investigator, SpanStore spans) {
        return new FlowFinder(index, eventLog, database, investigator, spans);
    }

    @Bean
    static EventStates eventStates(Environment environment) {
        return new EventStates(ServiceAddresses.parse(environment.getProperty("troupe.services", "")));
    }

    @Bean
    static Cartographer cartographer(ServiceDatabase database) {
        return new Cartographer(database);
    }

    @Bean
    static Paths paths(ServiceDatabase database) {
        return new Paths(database.writer());
    }

    @Bean
    static Pulse pulse(ServiceDatabase database, FlowIndex index, IngestLag lag) {
        return new Pulse(database, index, lag);
    }

    @Bean
    static Board board(
            FlowIndex index, Follower follower, ServiceDatabase database, Pulse pulse, Environment environment) {
        Objectives objectives = new Objectives(
                environment.getRequiredProperty("troupe.viewer.objectives.latency-p95", Duration.class),
                environment.getRequiredProperty("troupe.viewer.objectives.latency-p99", Duration.class),
                environment.getRequiredProperty("troupe.viewer.objectives.processor-lag", Long.class),
                environment.getRequiredProperty("troupe.viewer.objectives.ingest-p95", Duration.class),
                environment.getRequiredProperty("troupe.viewer.objectives.refused-per-hour", Long.class));
        return new Board(index, follower, database, pulse, objectives);
    }

    @Bean
    static FlowMeters flowMeters(Follower follower, FlowIndex index, ServiceDatabase database, MeterRegistry meters) {
        database.tell(meters);
        return new FlowMeters(follower, index, database.writer(), meters);
    }

    /** Part of readiness under the name that all services use. */
    @Bean("troupe")
    static HealthIndicator troupeHealthIndicator(Follower follower) {
        return () -> (follower.isFollowing() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    static OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Troupe trace viewer").description("Shows every flow, and why one is stuck."));
    }
}
