package dev.troupe.spring.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.kit.deadletter.DeadLetterOffice;
import dev.troupe.kit.deadletter.DeadLetterPage;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.deadletter.RetryOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, and what can be done about them. */
@RestController
@RequestMapping("/operator/dead-letters")
@Tag(name = "Dead letters")
public class DeadLetterController {

    private final DeadLetterOffice office;

    DeadLetterController(Troupe troupe) {
        this.office = troupe.deadLetters();
    }

    @GetMapping
    @Operation(summary = "Lists dead letters in the order in which they were parked")
    DeadLetterPage list(
            @RequestParam @Nullable String processor,
            @RequestParam @Nullable String flowId,
            @RequestParam @Nullable @Parameter(example = "order.placed") String eventType,
            @RequestParam(defaultValue = "0") @Parameter(description = "The next of the page before") long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(DeadLetterQuery.MAX_LIMIT) int limit) {
        return office.list(new DeadLetterQuery(processor, flowId, eventType, after, limit));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows a dead letter: its cause, its event, and what was done about it",
            description = "Personal values stay sealed.")
    DeadLetterDetails show(@PathVariable long id) {
        return office.show(id);
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Tries one letter again; it must be the first of its flow", description = """
                    Problems: no-such-dead-letter (404), earlier-letter-waits (409).""")
    RetryOutcome retry(@PathVariable long id) {
        return office.retry(id, Operator.name());
    }

    @PostMapping("/{id}/retry-sequence")
    @Operation(summary = "Tries all letters of the letter's flow again, in order, until one fails again")
    RetryOutcome retrySequence(@PathVariable long id) {
        return office.retrySequence(id, Operator.name());
    }

    @PostMapping("/retry")
    @Operation(summary = "Tries all letters again, flow by flow, each in order until one fails again")
    RetryOutcome retryAll() {
        return office.retryAll(Operator.name());
    }

    @PostMapping("/{id}/edit")
    @Operation(summary = "Gives a letter another payload for when it is tried again", description = """
                    The event itself stays as it is; the payload is kept with the letter, and who gave it and why in its history.
                    Problems: no-such-dead-letter (404), payload-unreadable (422), sealed-value-changed (422).""")
    DeadLetterDetails edit(@PathVariable long id, @RequestBody Edit edit) {
        return office.edit(id, edit.payload(), edit.reason(), Operator.name());
    }

    @PostMapping("/{id}/drop")
    @Operation(summary = "Gives a letter up: its event is never handled by its processor")
    DeadLetter drop(@PathVariable long id, @RequestBody Drop drop) {
        return office.drop(id, drop.reason(), Operator.name());
    }

    /**
     * An edited payload.
     *
     * @param payload the whole payload, in the form of the stored one
     */
    record Edit(
            @Schema(example = "{\"orderId\": \"o-1\"}") @Nullable
            Map<String, Object> payload,

            @Schema(example = "the warehouse was misspelt") @Nullable
            String reason) {}

    /** Why a letter is given up. */
    record Drop(@Schema(example = "a test order") @Nullable String reason) {}
}
