package dev.troupe.spring.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;

/** Says in the description of an API what is the same for all operations: what a problem looks like, and what a 202 tells. */
public final class ApiDescription implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    private final String service;
    private final String version;

    public ApiDescription(
            @Value("${spring.application.name:}") String service,
            @Value("${spring.application.version:dev}") String version) {
        this.service = service;
        this.version = version;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title(service).version(version));
        if (api.getPaths() != null) {
            api.schema(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> addTo(operation.getResponses()));
        }
    }

    private static void addTo(ApiResponses responses) {
        responses.addApiResponse(
                "default",
                new ApiResponse()
                        .description("A problem, as of RFC 9457")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
        ApiResponse accepted = responses.get("202");
        if (accepted != null) {
            accepted.addHeaderObject("Location", header("Where to look"));
            accepted.addHeaderObject(Accepting.FLOW_ID, header("The flow to follow"));
            accepted.addHeaderObject("RateLimit", header("How many requests are left to this client, and until when"));
        }
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:troupe:problem:invalid-request"))
                .addProperty("title", new StringSchema().example("Invalid request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema());
    }
}
