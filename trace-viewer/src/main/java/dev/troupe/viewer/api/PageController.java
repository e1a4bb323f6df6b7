package dev.troupe.viewer.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives the same page for every address that a person may keep or send; the page itself knows what to show there. */
@Controller
@Hidden
class PageController {

    @GetMapping({"/", "/flows", "/flows/{flowId}", "/stuck", "/paths", "/map", "/compare", "/dashboard", "/replays"})
    String page() {
        return "forward:/index.html";
    }
}
