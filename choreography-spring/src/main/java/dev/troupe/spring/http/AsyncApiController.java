package dev.troupe.spring.http;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.document.AsyncApi;
import dev.troupe.kit.status.Declaration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes what this service publishes and receives. */
@RestController
@Tag(name = "choreography")
public class AsyncApiController {

    private final String description;

    /** Describes a service. */
    public AsyncApiController(Choreography choreography) {
        this.description = AsyncApi.of(Declaration.of(choreography), choreography.catalogue())
                .toPrettyString();
    }

    @GetMapping(path = "/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What this service publishes and receives, as AsyncAPI 3")
    String describe() {
        return description;
    }
}
