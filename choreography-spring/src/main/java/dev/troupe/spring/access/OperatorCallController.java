package dev.troupe.spring.access;

import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.access.OperatorCalls.RecordedCall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what operators did. */
@RestController
@Tag(name = "Operators' calls")
public class OperatorCallController {

    private final OperatorCalls calls;

    OperatorCallController(OperatorCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/operator/calls")
    @Operation(summary = "Lists what operators did, and what they were refused; the newest first")
    List<RecordedCall> list(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return calls.list(before, limit);
    }
}
