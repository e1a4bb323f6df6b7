package dev.troupe.notification;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Starts the service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "notification-service",
                        version = "1",
                        description = "What customers were told by mail, and what became of each mail."))
public final class NotificationService {

    private NotificationService() {}

    public static void main(String[] args) {
        // It runs where it is told to; looking about for a cloud takes seconds.
        Micronaut.build(args)
                .mainClass(NotificationService.class)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .banner(false)
                .start();
    }
}
