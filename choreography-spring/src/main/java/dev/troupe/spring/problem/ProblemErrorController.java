package dev.troupe.spring.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers errors that no controller saw, such as those of filters. */
@Controller
@io.swagger.v3.oas.annotations.Hidden
public final class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        HttpStatus status = HttpStatus.resolve(statusOf(request));
        if (status == null || status.is5xxServerError()) {
            return answer(Problems.bare(request, "internal-error", HttpStatus.INTERNAL_SERVER_ERROR));
        }
        return answer(Problems.bare(request, status == HttpStatus.NOT_FOUND ? "not-found" : "invalid-request", status));
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
