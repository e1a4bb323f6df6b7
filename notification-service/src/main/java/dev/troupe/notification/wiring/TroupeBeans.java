package dev.troupe.notification.wiring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.admission.Admission;
import dev.troupe.kit.admission.AdmissionSettings;
import dev.troupe.kit.admission.FlowLag;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.idempotency.IdempotentRequests;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.notification.view.NotificationSummary;
import dev.troupe.notification.view.NotificationSummaryProjection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Puts the kit into Micronaut: what depends on something is closed before it, so handling ends before the pools do. */
@Factory
class TroupeBeans {

    @Singleton
    TroupeSettings settings(Environment environment) {
        return TroupeSettings.from(
                "notification-service",
                environment.getProperty("troupe.version", String.class, "dev"),
                name -> environment.getProperty(name, String.class).orElse(null));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Telemetry telemetry(TroupeSettings settings, MeterRegistry meters) {
        return Telemetry.create(settings, meters);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ServiceDatabase database(TroupeSettings settings) {
        return ServiceDatabase.open(settings);
    }

    @Singleton
    SealedValues sealedValues(TroupeSettings settings, ServiceDatabase database) {
        return SealedValues.create(settings, database);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Troupe troupe(TroupeSettings settings, ServiceDatabase database, Telemetry telemetry, Choreography choreography) {
        return Troupe.create(settings, database, telemetry, choreography);
    }

    @Singleton
    Admission admission(Environment environment, ServiceDatabase database) {
        return new Admission(
                AdmissionSettings.from(
                        name -> environment.getProperty(name, String.class).orElse(null)),
                new FlowLag(database.writer()));
    }

    @Singleton
    IdempotentRequests idempotentRequests(Troupe troupe) {
        return troupe.idempotentRequests();
    }

    @Singleton
    Commands commands(Troupe troupe) {
        return troupe.commands();
    }

    @Singleton
    View<NotificationSummary> summaries(Troupe troupe) {
        return troupe.view(NotificationSummaryProjection.class);
    }
}
