package dev.troupe.notification.api;

import dev.troupe.kit.command.Commands;
import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.kit.idempotency.IdempotentRequests;
import dev.troupe.kit.idempotency.IdempotentRequests.Answer;
import dev.troupe.notification.domain.NotificationCommand.TryAgain;
import dev.troupe.notification.view.NotificationSummary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests mails anew, each once per {@code Idempotency-Key}. */
@Singleton
final class Retries {

    private final Commands commands;
    private final IdempotentRequests requests;

    Retries(Commands commands, IdempotentRequests requests) {
        this.commands = commands;
        this.requests = requests;
    }

    /**
     * Requests a mail anew.
     *
     * @param operation what was asked for; the request has no body, so this is all there is to compare with the first of the same key
     */
    HttpResponse<String> retry(NotificationSummary notification, @Nullable String idempotencyKey, String operation) {
        AtomicBoolean worked = new AtomicBoolean();
        Supplier<Answer> work = () -> {
            worked.set(true);
            commands.send(new TryAgain(notification.notificationId(), notification.orderId()));
            return new Answer(
                    202,
                    "/notifications/" + notification.notificationId().value(),
                    notification.orderId().value(),
                    "{\"notificationId\":\"%s\"}"
                            .formatted(notification.notificationId().value()));
        };
        Answer answer = IdempotencyKey.of(idempotencyKey)
                .map(key -> requests.once(key, operation, work))
                .orElseGet(work);
        MutableHttpResponse<String> response = HttpResponse.<String>status(HttpStatus.ACCEPTED)
                .header("Location", answer.location())
                .header("Flow-Id", answer.flowId())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(answer.body());
        return worked.get() ? response : response.header("Idempotency-Replayed", "true");
    }
}
