package dev.troupe.notification.api;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.Declarations;
import dev.troupe.kit.document.MarkdownDocument;
import dev.troupe.kit.document.MermaidPicture;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.SQLException;

/** Shows the choreography as all services of the running system declare it. */
@Controller("/choreography")
@ExecuteOn(TaskExecutors.BLOCKING)
class ChoreographyController {

    private static final String MARKDOWN = "text/markdown";
    private static final String MERMAID = "text/vnd.mermaid";

    private final ServiceDatabase database;

    ChoreographyController(ServiceDatabase database) {
        this.database = database;
    }

    /** Fact by fact, unless the caller would rather have a document for people or a picture; one route, so that any will do. */
    @Get(produces = {MediaType.APPLICATION_JSON, MARKDOWN, MERMAID})
    @Operation(summary = "The choreography, fact by fact", description = "Also as text/markdown and text/vnd.mermaid.")
    HttpResponse<?> map(HttpRequest<?> request) throws SQLException {
        ChoreographyMap map = ChoreographyMap.of(Declarations.read(database.reader()));
        return switch (preferred(request)) {
            case MARKDOWN -> HttpResponse.ok(MarkdownDocument.of(map)).contentType(MARKDOWN);
            case MERMAID -> HttpResponse.ok(MermaidPicture.of(map)).contentType(MERMAID);
            default -> HttpResponse.ok(map).contentType(MediaType.APPLICATION_JSON);
        };
    }

    private static String preferred(HttpRequest<?> request) {
        return request.accept().stream().map(MediaType::getName).findFirst().orElse(MediaType.APPLICATION_JSON);
    }
}
