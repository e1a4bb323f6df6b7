package dev.troupe.spring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.spring.http.Accepting;
import dev.troupe.spring.http.Fingerprints;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Runs the choreography that a service contributes as a bean, on the database that {@code troupe.*} names. */
@AutoConfiguration
@ConditionalOnBean(Choreography.class)
public class TroupeAutoConfiguration {

    @Bean
    TroupeSettings troupeSettings(Environment environment) {
        return TroupeSettings.from(
                environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("spring.application.version", "dev"),
                environment::getProperty);
    }

    @Bean
    Telemetry telemetry(TroupeSettings settings, MeterRegistry meters) {
        return Telemetry.create(settings, meters);
    }

    @Bean
    ServiceDatabase serviceDatabase(TroupeSettings settings) {
        return ServiceDatabase.open(settings);
    }

    /** Only made where it is asked for: a service that sees no personal values needs no master key. */
    @Bean
    @Lazy
    SealedValues sealedValues(TroupeSettings settings, ServiceDatabase database) {
        return SealedValues.create(settings, database);
    }

    @Bean
    Troupe troupe(TroupeSettings settings, ServiceDatabase database, Telemetry telemetry, Choreography choreography) {
        return Troupe.create(settings, database, telemetry, choreography);
    }

    @Bean
    OperatorCalls operatorCalls(ServiceDatabase database, Choreography choreography) {
        return new OperatorCalls(database.writer(), choreography.service());
    }

    @Bean
    TroupeLifecycle troupeLifecycle(Troupe troupe) {
        return new TroupeLifecycle(troupe);
    }

    @Bean
    TroupeHealthIndicator troupeHealthIndicator(Troupe troupe) {
        return new TroupeHealthIndicator(troupe);
    }

    @Bean
    Commands commands(Troupe troupe) {
        return troupe.commands();
    }

    @Bean
    AggregateStates aggregateStates(Troupe troupe) {
        return troupe.states();
    }

    @Bean
    Accepting accepting(Troupe troupe, TroupeSettings settings, JsonMapper json) {
        return new Accepting(troupe.idempotentRequests(), new Fingerprints(json, settings.masterKeyFile()), json);
    }
}
