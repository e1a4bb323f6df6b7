package dev.troupe.notification.api;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.Declarations;
import dev.troupe.kit.document.MarkdownDocument;
import dev.troupe.kit.document.MermaidPicture;
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

    private final ServiceDatabase database;

    ChoreographyController(ServiceDatabase database) {
        this.database = database;
    }

    /** Fact by fact. */
    @Get(produces = "application/json")
    @Operation(summary = "The choreography, fact by fact", description = "Also as text/markdown and text/vnd.mermaid.")
    ChoreographyMap map() throws SQLException {
        return ChoreographyMap.of(Declarations.read(database.reader()));
    }

    /** For people. */
    @Get(produces = "text/markdown")
    String document() throws SQLException {
        return MarkdownDocument.of(map());
    }

    /** As a picture. */
    @Get(produces = "text/vnd.mermaid")
    String picture() throws SQLException {
        return MermaidPicture.of(map());
    }
}
