package dev.troupe.notification.api;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.AsyncApi;
import dev.troupe.kit.status.Declaration;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;

/** Describes what this service publishes and receives. */
@Controller("/asyncapi")
class AsyncApiController {

    private final String description;

    AsyncApiController(Choreography choreography) {
        this.description = AsyncApi.of(Declaration.of(choreography), choreography.catalogue())
                .toPrettyString();
    }

    /** As AsyncAPI 3. */
    @Get(produces = "application/json")
    @Operation(summary = "What this service publishes and receives, as AsyncAPI 3")
    String describe() {
        return description;
    }
}
