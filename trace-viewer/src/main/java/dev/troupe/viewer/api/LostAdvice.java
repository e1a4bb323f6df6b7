package dev.troupe.viewer.api;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers a person at an address that shows nothing with the page too, which says so and leads on; who asks for JSON is told as ever. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostAdvice {

    @ExceptionHandler(exception = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView("forward:/index.html", HttpStatus.NOT_FOUND);
    }
}
