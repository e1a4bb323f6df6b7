package dev.troupe.viewer.wiring;

import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.PostgresEventLog;
import dev.troupe.viewer.dashboard.Board;
import dev.troupe.viewer.flow.FlowFinder;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.Follower;
import dev.troupe.viewer.map.Cartographer;
import dev.troupe.viewer.span.SpanStore;
import dev.troupe.viewer.stuck.Investigator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the viewer is made of. */
@Configuration(proxyBeanMethods = false)
public class TraceViewerWiring {

    @Bean
    static ServiceDatabase serviceDatabase(Environment environment) {
        return ServiceDatabase.open(TroupeSettings.from(
                environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("spring.application.version", "dev"),
                environment::getProperty));
    }

    @Bean
    static EventLog eventLog(ServiceDatabase database) {
        return new PostgresEventLog(database.reader());
    }

    @Bean
    static Follower follower(ServiceDatabase database, EventLog eventLog) {
        return new Follower(database, eventLog);
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
    static Cartographer cartographer(ServiceDatabase database) {
        return new Cartographer(database);
    }

    @Bean
    static Board board(FlowIndex index, Follower follower, ServiceDatabase database) {
        return new Board(index, follower, database);
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
