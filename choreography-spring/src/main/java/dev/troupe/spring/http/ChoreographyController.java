package dev.troupe.spring.http;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.Declarations;
import dev.troupe.kit.document.MarkdownDocument;
import dev.troupe.kit.document.MermaidPicture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the choreography as all services of the running system declare it. */
@RestController
@RequestMapping("/choreography")
@Tag(name = "choreography", description = "Which fact leads to what, read from the code of all running services.")
public class ChoreographyController {

    private final ServiceDatabase database;

    /** Reads declarations from a database. */
    public ChoreographyController(ServiceDatabase database) {
        this.database = database;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The choreography, fact by fact", description = "Also as text/markdown and text/vnd.mermaid.")
    ChoreographyMap map() throws SQLException {
        return ChoreographyMap.of(Declarations.read(database.reader()));
    }

    @GetMapping(produces = "text/markdown;charset=UTF-8")
    String document() throws SQLException {
        return MarkdownDocument.of(map());
    }

    @GetMapping(produces = "text/vnd.mermaid;charset=UTF-8")
    String picture() throws SQLException {
        return MermaidPicture.of(map());
    }
}
