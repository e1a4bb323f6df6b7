package dev.troupe.notification.operator;

import dev.troupe.kit.Troupe;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.kit.deadletter.DeadLetterOffice;
import dev.troupe.kit.deadletter.DeadLetterPage;
import dev.troupe.kit.deadletter.DeadLetterQuery;
import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.notification.http.InvalidRequestException;
import dev.troupe.notification.http.Mistake;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events that could not be handled, and what can be done about them. */
@Controller("/operator/dead-letters")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Dead letters")
class DeadLetterController {

    private final DeadLetterOffice office;

    DeadLetterController(Troupe troupe) {
        this.office = troupe.deadLetters();
    }

    @Get
    @Operation(summary = "Lists dead letters in the order in which they were parked")
    DeadLetterPage list(
            @QueryValue @Nullable String processor,
            @QueryValue @Nullable String flowId,
            @QueryValue @Nullable @Parameter(example = "order.placed") String eventType,
            @QueryValue(defaultValue = "0") @Parameter(description = "The next of the page before") long after,
            @QueryValue(defaultValue = "50") @Parameter(description = "1 to 500") int limit) {
        if (limit < 1 || limit > DeadLetterQuery.MAX_LIMIT) {
            throw new InvalidRequestException(
                    List.of(new Mistake("limit", "must be a whole number from 1 to " + DeadLetterQuery.MAX_LIMIT)));
        }
        return office.list(new DeadLetterQuery(processor, flowId, eventType, after, limit));
    }

    @Get("/{id}")
    @Operation(
            summary = "Shows a dead letter: its cause, its event, and what was done about it",
            description = "Personal values stay sealed.")
    DeadLetterDetails show(@PathVariable long id) {
        return office.show(id);
    }

    @Post("/{id}/retry")
    @Operation(
            summary = "Tries one letter again; it must be the first of its flow",
            description = "Problems: no-such-dead-letter (404), earlier-letter-waits (409).")
    RetryOutcome retry(@PathVariable long id) {
        return office.retry(id, Operator.name());
    }

    @Post("/{id}/retry-sequence")
    @Operation(summary = "Tries all letters of the letter's flow again, in order, until one fails again")
    RetryOutcome retrySequence(@PathVariable long id) {
        return office.retrySequence(id, Operator.name());
    }

    @Post("/retry")
    @Operation(summary = "Tries all letters again, flow by flow, each in order until one fails again")
    RetryOutcome retryAll() {
        return office.retryAll(Operator.name());
    }

    @Post("/{id}/edit")
    @Operation(summary = "Gives a letter another payload for when it is tried again", description = """
                    The event itself stays as it is; the payload is kept with the letter, and who gave it and why in its history.
                    Problems: no-such-dead-letter (404), payload-unreadable (422), sealed-value-changed (422).""")
    DeadLetterDetails edit(@PathVariable long id, @Body Edit edit) {
        return office.edit(id, edit.payload(), edit.reason(), Operator.name());
    }

    @Post("/{id}/drop")
    @Operation(summary = "Gives a letter up: its event is never handled by its processor")
    DeadLetter drop(@PathVariable long id, @Body Drop drop) {
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
