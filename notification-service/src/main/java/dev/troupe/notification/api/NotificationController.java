package dev.troupe.notification.api;

import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.projection.View;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.http.InvalidRequestException;
import dev.troupe.notification.http.Mistake;
import dev.troupe.notification.http.Problem;
import dev.troupe.notification.view.NotificationSummary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows notifications, and requests those anew that were given up. */
@Controller("/notifications")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Notifications")
class NotificationController {

    private final View<NotificationSummary> summaries;
    private final Retries retries;

    NotificationController(View<NotificationSummary> summaries, Retries retries) {
        this.summaries = summaries;
        this.retries = retries;
    }

    @Get("/{id}")
    @Operation(summary = "Shows a notification")
    @ApiResponse(responseCode = "200", description = "The notification")
    @ApiResponse(
            responseCode = "404",
            description = "There is none of this id",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The id means nothing",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                            schema = @Schema(implementation = Problem.class)))
    NotificationSummary find(@PathVariable @Parameter(example = "order-confirmed-o-1") String id) {
        return summaries
                .find(idOf(id).value())
                .orElseThrow(
                        () -> new Refusal("notification-not-found", 404, "There is no notification %s.".formatted(id)));
    }

    @Get
    @Operation(
            summary = "Lists notifications by their id",
            description = "The header As-Of-Position says up to which event the list is complete.")
    @ApiResponse(responseCode = "200", description = "A page; the header Link names the next one")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter means nothing; errors names each",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<NotificationPage> list(
            @QueryValue @Nullable @Parameter(example = "o-1") String orderId,
            @QueryValue @Nullable @Parameter(schema = @Schema(allowableValues = {"REQUESTED", "SENT", "FAILED"}))
                    String status,
            @QueryValue @Nullable @Parameter(description = "The next of the page before") String after,
            @QueryValue @Nullable @Parameter(description = "1 to 500; 50 unless said", example = "50") String limit,
            HttpRequest<?> request) {
        NotificationFilter filter = new NotificationFilter()
                .only("orderId", orderId, NotificationFilter::orderId)
                .only("status", status, NotificationFilter::status);
        String afterKey = filter.key("after", after);
        int size = filter.limit("limit", limit);
        Map<String, String> equalTo = filter.equalTo();
        return answer(summaries.page(equalTo, afterKey, size), request);
    }

    @Post("/{id}/retry")
    @Operation(
            summary = "Requests a mail anew that was given up",
            description =
                    "Problems: notification-not-found (404), notification-not-failed (409), idempotency-key-reused (422).")
    @ApiResponse(responseCode = "202", description = "Requested; Location is where to look, Flow-Id the flow to follow")
    HttpResponse<String> retry(
            @PathVariable @Parameter(example = "order-confirmed-o-1") String id,
            @Header(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION) @Nullable
                    String idempotencyKey,
            HttpRequest<?> request) {
        NotificationSummary notification = find(id);
        return retries.retry(notification, idempotencyKey, request.getMethodName() + " " + request.getPath());
    }

    private static HttpResponse<NotificationPage> answer(View.Page<NotificationSummary> page, HttpRequest<?> request) {
        MutableHttpResponse<NotificationPage> answer = HttpResponse.ok(new NotificationPage(page.rows(), page.next()));
        answer.header("As-Of-Position", Long.toString(page.asOfPosition()));
        if (page.next() != null) {
            answer.header(
                    "Link",
                    "<%s>; rel=\"next\""
                            .formatted(UriBuilder.of(request.getUri())
                                    .replaceQueryParam("after", page.next())
                                    .build()));
        }
        return answer;
    }

    private static NotificationId idOf(String text) {
        try {
            return new NotificationId(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(List.of(new Mistake("id", String.valueOf(e.getMessage()))));
        }
    }
}
