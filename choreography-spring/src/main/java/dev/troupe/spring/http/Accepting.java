package dev.troupe.spring.http;

import dev.troupe.kit.idempotency.IdempotencyKey;
import dev.troupe.kit.idempotency.IdempotentRequests;
import dev.troupe.kit.idempotency.IdempotentRequests.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Accepts requests that start something: each once per {@code Idempotency-Key}, answered with where to look and which flow to follow. */
public final class Accepting {

    /** The header that names the flow a request has started or belongs to. */
    public static final String FLOW_ID = "Flow-Id";

    /** The header that says that the answer is the one kept from the first request with the same key. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotentRequests requests;
    private final Fingerprints fingerprints;
    private final JsonMapper json;

    public Accepting(IdempotentRequests requests, Fingerprints fingerprints, JsonMapper json) {
        this.requests = requests;
        this.fingerprints = fingerprints;
        this.json = json;
    }

    /**
     * Does what a request asks for and answers 202; with an {@code Idempotency-Key} only the first time, and later as the first time.
     *
     * @param request its path and {@code Idempotency-Key} are looked at
     * @param content the body as it was understood; none if there is none
     * @param action does it
     * @throws dev.troupe.kit.problem.Refusal if the key is invalid (400), was used for another request (422) or is in use (409)
     */
    public ResponseEntity<String> accept(
            HttpServletRequest request, @Nullable Object content, Supplier<Accepted> action) {
        String operation = request.getMethod() + " " + request.getRequestURI();
        AtomicBoolean worked = new AtomicBoolean();
        Supplier<Answer> work = () -> {
            worked.set(true);
            return answer(action.get());
        };
        Answer answer = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER))
                .map(key -> requests.once(key, fingerprints.of(operation, content), work))
                .orElseGet(work);
        return ResponseEntity.status(answer.status())
                .header("Location", answer.location())
                .header(FLOW_ID, answer.flowId())
                .headers(headers -> {
                    if (!worked.get()) {
                        headers.set(REPLAYED, "true");
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private Answer answer(Accepted accepted) {
        return new Answer(202, accepted.location(), accepted.flowId(), json.writeValueAsString(accepted.body()));
    }

    /**
     * What a request has started.
     *
     * @param location where to look, as an absolute path
     * @param flowId the flow to follow
     * @param body what is told at once
     */
    public record Accepted(String location, String flowId, Object body) {}
}
