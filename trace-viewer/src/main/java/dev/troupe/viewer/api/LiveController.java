package dev.troupe.viewer.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells pages that there is something new. */
@RestController
@Tag(name = "Flows")
class LiveController {

    private final LiveNews news;

    LiveController(LiveNews news) {
        this.news = news;
    }

    @GetMapping(path = "/api/flows/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Says, as server-sent events, how far the index is and how many flows are open and stuck",
            description = "At most twenty times a second, and only when that has changed.")
    SseEmitter live() throws IOException {
        return news.subscribe();
    }
}
